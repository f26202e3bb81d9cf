import { pageProblems } from './page-problems.ts';

/**
 * The address of an external page as it is stored. Throws `page.external-url-invalid` unless it is https without
 * credentials and on another origin than the platform's own.
 */
export function externalUrl(text: string, own: readonly (string | undefined)[]): string {
  const url = URL.parse(text);
  if (url === null) throw refused('It is no address.');
  if (url.protocol !== 'https:') throw refused('It has to begin with https://.');
  if (url.username !== '' || url.password !== '') throw refused('It must not carry a user or a password.');
  if (own.includes(url.origin)) throw refused('It must not stand on this server.');
  url.hash = '';
  return url.href;
}

const refused = (detail: string) =>
  pageProblems.create('page.external-url-invalid', { detail, errors: [{ pointer: '/baseAppUrl', detail }] });
