import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server fills in a fresh one with every answer (server/src/desk.ts). */
const NONCE = '__NONCE__';

/** Compressed once, here, and not with every answer. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = 'dist' }, files) {
    for (const file of Object.keys(files).filter((name) => /\.(js|css)$/.test(name))) {
      const bytes = readFileSync(join(dir, file));
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes));
    }
  },
});

export default defineConfig({
  base: '/desk/',
  plugins: [react(), compressed()],
  html: { cspNonce: NONCE },
  build: { target: 'chrome90', modulePreload: { polyfill: false } },
});
