import { type Failures, failuresOf, type Route, statusRule } from '@latchkey/contract';

type About = { readonly version: string; readonly failures: Failures };

/** The API reference as one HTML page without scripts: each route with its permission, fields and problems. */
export function referencePage(routes: readonly Route[], { version, failures }: About): string {
  const groups = Map.groupBy(routes, (route) => route.tag);
  const links = [...groups.keys()].map((tag) => `<a href="#${slug(tag)}">${html(tag)}</a>`);
  const sections = [...groups].map(
    ([tag, members]) =>
      `<h2 id="${slug(tag)}">${html(tag)}</h2>${members.map((route) => entry(route, failures)).join('')}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Latchkey API</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style>
<main><h1>Latchkey API ${html(version)}</h1>
<p>The same as <a href="/openapi.json">OpenAPI 3.1</a>. Send <code>Authorization: Bearer …</code> with an access
token or an API key. ${html(statusRule)}</p><nav>${links.join(' · ')}</nav>${sections.join('')}</main></html>`;
}

/** Its one style. */
export const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:2rem auto;padding:0 1rem}code{font:.9em ui-monospace,monospace}
details{border-top:1px solid #8886;padding:.5rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}`;

function entry(route: Route, failures: Failures): string {
  const problems = failuresOf(route, failures)
    .map(([code, { status }]) => `${status} <code>${html(code)}</code>`)
    .join(', ');
  return `<details id="${route.id}"><summary><code>${route.method} ${html(route.path)}</code> — ${html(route.summary)}</summary>
<p>${route.permission === 'public' ? 'No token needed.' : `Permission <code>TNT#{tenant}#${html(route.permission)}</code>.`}
Answers ${route.status}.</p>
${fields('Path', route.params)}${fields('Query', route.query)}${fields('Body', route.body)}${fields('Answer', route.output)}
<p>Problems: ${problems}.</p></details>`;
}

type Described = {
  readonly properties?: Readonly<Record<string, { readonly type?: unknown; readonly description?: string }>>;
  readonly required?: readonly string[];
};

function fields(title: string, schema: Described | undefined): string {
  const rows = Object.entries(schema?.properties ?? {}).map(
    ([name, { type, description = '' }]) =>
      `<tr><td><code>${html(name)}</code>${schema?.required?.includes(name) ? ' *' : ''}</td>
<td>${html([type ?? ''].flat().join(' or '))}</td><td>${html(description)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table><caption>${title}</caption>${rows.join('')}</table>`;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
