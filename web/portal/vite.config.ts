import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    client: { build: { target: ['chrome90', 'safari14'] } },
    ssr: { build: { target: 'node24', rolldownOptions: { input: './app/server.ts' } } },
  },
});
