import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Packs each text once at the build, so that the server never does: it sends the `.br` or `.gz` beside the file. */
function packed(): Plugin {
  let folder = '';
  return {
    name: 'packed',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        if (bytes.length < 1_024) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(bytes));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Libraries that change seldom stand in chunks of their own, so that a release costs the reader little. */
const groups = [
  { name: 'echarts', test: /node_modules\/(echarts|zrender)\//, priority: 30 },
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[^/]+)\//,
    priority: 20,
  },
  {
    name: 'mantine',
    // One whole piece: split by page it packs worse, and pieces that were merged can import each other in a circle.
    test: /node_modules\/(@mantine|@floating-ui|react-remove-scroll|react-transition-group)\//,
    priority: 10,
  },
];

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), packed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
        // A shared piece is named after all its pages, which would outgrow a file name: its first word is enough.
        chunkFileNames: (chunk) => `assets/${chunk.name.split('~')[0]}-[hash].js`,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 7301,
    proxy: {
      '/api': 'http://127.0.0.1:7300',
      '/docs': 'http://127.0.0.1:7300',
    },
  },
});
