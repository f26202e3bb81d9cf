/** Where to go after sign-in: an address within the Backoffice, else its first screen. Nobody is led elsewhere. */
export function ownAddress(from: string | undefined): string {
  if (from === undefined || !/^\/(?![/\\])[^\\]*$/.test(from)) return '/backoffice/';
  return `/backoffice${from.replace(/^\/backoffice(?=\/|$)/, '')}`;
}
