import { isLanguage, type Language } from './index.ts';

/**
 * The language of the page: the link's own, else the first of the browser's that we speak by its weight (RFC 9110
 * section 12.5.4), else English. `de-AT` counts as `de`, and `iw` is the old tag of `he`.
 */
export function chooseLanguage(
  linkLanguage: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  const tags = [linkLanguage ?? '', ...byWeight((acceptLanguage ?? '').slice(0, 1_000))];
  return tags.map(primary).find(isLanguage) ?? 'en';
}

function primary(tag: string): string {
  const language = tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return language === 'iw' ? 'he' : language;
}

function byWeight(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
