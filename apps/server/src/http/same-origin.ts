type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a request was sent by a page of ours: by Fetch Metadata where the browser has it, else by its Origin, which
 * every browser sends with a POST. A request without either comes from no browser page and is refused as well.
 */
export function isSameOrigin(headers: Headers, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  // A page without a referrer sends `null`; Fetch Metadata has spoken for it.
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return origin === publicOrigin;
}
