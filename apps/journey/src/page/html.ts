const trusted = Symbol('html');

/** Markup that is safe as it stands. Only the tag `html` and `raw` make it. */
export type Html = { readonly [trusted]: string };

type Part = Html | string | number | false | undefined | null | readonly Part[];

/** The one way to write markup: every value is escaped unless it is markup itself; lists are joined, nothing is empty. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return raw(strings.reduce((text, next, place) => text + written(parts[place - 1]) + next));
}

/** Markup from a text that we know to be safe: constants of this program, never anything that came from outside. */
export const raw = (text: string): Html => Object.freeze({ [trusted]: text });

/** The markup as text. */
export const markup = (part: Html): string => part[trusted];

/** Attributes; `true` gives a bare one; `undefined` and `false` none. Names are constants, values are escaped. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== false);
  return raw(
    given.map(([name, value]) => ` ${name}${value === true ? '' : `="${escaped(String(value))}"`}`).join(''),
  );
}

function written(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return isHtml(part) ? part[trusted] : part.map(written).join('');
}

const isHtml = (part: Html | readonly Part[]): part is Html => trusted in part;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
