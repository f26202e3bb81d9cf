import { isIP } from 'node:net';
import { isSameSite } from './pages/same-site.ts';

/** A number in its bounds. */
export const wholeNumber = (least: number, most: number) => (text: string) =>
  Number(text) >= least && Number(text) <= most;

/** An origin that people can have passkeys at. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return false;
  return url.protocol === 'https:' || url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
}

/** An address or a range of addresses (CIDR). */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return version !== 0 && more.length === 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128);
}

/** The content host of a server that is its own machine's. */
export function isLoopback(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.origin === text.replace(/\/$/, '') && url.hostname === '127.0.0.1';
}

/** Pages of tenants on the site of the journeys could take part in its cookies and passkeys. */
export function sameSiteFault(publicUrl = 'http://localhost', contentUrl?: string): string | undefined {
  if (contentUrl === undefined || !isSameSite(publicUrl, contentUrl)) return undefined;
  return `CONTENT_URL must stand on another site than ${publicUrl}, not ${JSON.stringify(contentUrl)}: another registrable domain, as example-pages.org beside example.org.`;
}
