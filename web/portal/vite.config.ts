import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: {
    target: ['chrome90', 'safari14'],
    ...(isSsrBuild && { target: 'node24', rolldownOptions: { input: './app/server.ts' } }),
  },
}));
