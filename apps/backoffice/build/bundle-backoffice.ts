import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { contractBuilders, contractFaces } from './contract-faces.ts';

/** Stands in the page where the nonce of one answer belongs. */
export const noncePlaceholder = '__NONCE__';

type Bundle = { readonly root: string; readonly outDir: string; readonly base: string };

const schemas = fileURLToPath(new URL('browser-schemas.ts', import.meta.url));

/** Bundles the page into `outDir` and lays a `.gz` beside each of its files. */
export async function bundleBackoffice({ root, outDir, base }: Bundle): Promise<void> {
  const { build } = await import('vite');
  await build({
    root,
    base,
    configFile: false,
    logLevel: 'error',
    html: { cspNonce: noncePlaceholder },
    // Whoever calls us, a test or a server: the page is always the same.
    define: { [`process.${'env'}.NODE_ENV`]: '"production"' },
    plugins: [contractFaces()],
    resolve: { alias: [{ find: /^typebox$/, replacement: schemas }] },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      manifest: true,
      rolldownOptions: { treeshake: { manualPureFunctions: contractBuilders } },
      chunkSizeWarningLimit: 2000,
      // The policy of the page allows no data: in scripts or styles.
      assetsInlineLimit: 0,
    },
  });
  await compress(join(outDir, 'assets'));
}

const compressible = /\.(js|css|svg|html|json|map|ttf)$/;

async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => compressible.test(name));
  for (const name of names) {
    const content = await readFile(join(folder, name));
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
