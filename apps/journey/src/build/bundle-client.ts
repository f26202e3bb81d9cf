import { join } from 'node:path';

/** What the browser runs and wears, as text. */
export type Bundle = {
  readonly script: string;
  readonly broker: string;
  readonly css: string;
  readonly pageScript: string;
  readonly embedScript: string;
};

/** Bundles the page's module, the same with the broker, the styles the script of Custom Pages and that of embedding pages. Each stands alone. */
export async function bundleClient(sources: string): Promise<Bundle> {
  const [script, broker, pageScript, embedScript] = await Promise.all([
    bundled(sources, 'client/main.ts', 'es', '.js'),
    bundled(sources, 'client/page/main.ts', 'es', '.js'),
    // A classic script, so that it has run before the next one of the document begins.
    bundled(sources, 'client/frame/page-script.ts', 'iife', '.js'),
    bundled(sources, 'client/embed/embed.ts', 'iife', '.js'),
  ]);
  const css = await bundled(sources, 'client/style.css', 'es', '.css');
  return { script, broker, css: css.trim(), pageScript, embedScript };
}

async function bundled(root: string, input: string, format: 'es' | 'iife', ending: string): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, input), output: { format } },
    },
  });
  if (Array.isArray(result) || !('output' in result))
    throw new Error('The bundler answered in another shape.');
  const text = contentOf(result.output, ending);
  if (!text) throw new Error(`The bundler left out ${input}.`);
  return text;
}

type Output = readonly {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}[];

function contentOf(output: Output, ending: string): string | undefined {
  const file = output.find(({ fileName }) => fileName.endsWith(ending));
  const content = file?.code ?? file?.source;
  return content === undefined ? undefined : content.toString();
}
