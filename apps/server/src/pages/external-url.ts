import { pageProblems } from './page-problems.ts';

/**
 * The address of an external page as it is stored. Throws `page.external-url-invalid` unless it is https without
 * credentials and on another origin than the platform's own. On one's own machine plain http will do, as for browsers.
 */
export function externalUrl(text: string, own: readonly (string | undefined)[]): string {
  const url = URL.parse(text);
  if (url === null) throw refused('It is no address.');
  const isHome = isLoopback(url) && own.some((origin) => origin !== undefined && isLoopback(new URL(origin)));
  if (url.protocol !== 'https:' && !isHome) throw refused('It has to begin with https://.');
  if (url.username !== '' || url.password !== '') throw refused('It must not carry a user or a password.');
  if (own.includes(url.origin)) throw refused('It must not stand on this server.');
  url.hash = '';
  return url.href;
}

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);

const refused = (detail: string) =>
  pageProblems.create('page.external-url-invalid', { detail, errors: [{ pointer: '/baseAppUrl', detail }] });
