import type { ProcessToken } from '@latchkey/contract';

/** The address that people open to start the token's process. */
export function tokenAddress({ id, uiUrl }: Pick<ProcessToken, 'id' | 'uiUrl'>): string {
  const url = new URL(uiUrl ?? '/web/trustweb', location.origin);
  url.searchParams.set('pt', id);
  return url.href;
}
