/** How long a browser waits for a person, in ms. */
export const ceremonyTimeoutMs = 300_000;

/**
 * The Backoffice as a relying party: the host that people see is its ID, their origin the only one. From configuration,
 * never from a request.
 */
export function backofficeRelyingParty(publicUrl: string) {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, name: 'Latchkey Backoffice', origins: [origin] } as const;
}
