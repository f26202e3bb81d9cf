/**
 * Whether the server still serves the Backoffice that is open: its page names the script that this one began with. A
 * server that cannot be reached is no newer one.
 */
export async function servesThisVersion(): Promise<boolean> {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (!script) return true;
  try {
    const response = await fetch(new URL('..', new URL(script, location.href)), { cache: 'no-store' });
    return !response.ok || (await response.text()).includes(script);
  } catch {
    return true;
  }
}
