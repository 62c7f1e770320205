import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Packs each text once at the build, so that the server never does: it sends the `.br` or `.gz` beside the file. */
function packed(): Plugin {
  let folder = '';
  return {
    name: 'packed',
    // The gallery is only looked at, by tests, and packing takes most of a build's time.
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'gallery',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const texts = entries.filter((entry) => entry.isFile() && /\.(js|css|html|svg)$/.test(entry.name));
      await Promise.all(texts.map((entry) => pack(join(entry.parentPath, entry.name))));
    },
  };
}

async function pack(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < 1_024) return;
  await writeFile(`${path}.br`, await brotli(bytes));
  await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }));
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
