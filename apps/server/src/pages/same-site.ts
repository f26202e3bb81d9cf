/** Second levels under a country's domain below which names are given to anybody. */
const publicSecondLevels = ['ac', 'co', 'com', 'edu', 'go', 'gov', 'ne', 'net', 'or', 'org'];

/**
 * Whether browsers may take two origins for one site, so that cookies and relying party ids could reach from one to the
 * other. Without a list of public suffixes it errs towards yes: two names under one unknown suffix count as one site.
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [hostOf(one), hostOf(other)];
  if (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return true;
  if (isAddress(a) || isAddress(b)) return false;
  return siteOf(a) === siteOf(b);
}

const hostOf = (origin: string): string => new URL(origin).hostname.replace(/\.$/, '');

/** An IP address is a site of its own. */
const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);

/** The registrable domain, as far as that can be told from the name alone. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  if (top === 'localhost') return labels.slice(-2).join('.');
  const isPublic = top.length === 2 && publicSecondLevels.includes(second);
  return labels.slice(isPublic ? -3 : -2).join('.');
}
