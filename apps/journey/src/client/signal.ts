import type { AcceptedPasskeys } from '../protocol.ts';

type Signals = {
  readonly signalAllAcceptedCredentials?: (accepted: AcceptedPasskeys) => Promise<void>;
  readonly signalCurrentUserDetails?: (details: Readonly<Record<string, string>>) => Promise<void>;
};

type User = { readonly id: string; readonly name: string; readonly displayName: string };
let user: User | undefined;

/** Remembers for whom a passkey is being made: these names are the current ones once it exists. */
export const rememberUser = (clientRequest: unknown): void => {
  user = (clientRequest as { readonly user: User }).user;
};

/** Tells the provider which passkeys count and how the user is called. Silent: not every browser can, none must. */
export async function signal(view: HTMLElement): Promise<void> {
  const accepted = JSON.parse(view.dataset.accepted ?? 'null') as AcceptedPasskeys | null;
  if (!accepted || !('PublicKeyCredential' in window)) return;
  const signals = PublicKeyCredential as unknown as Signals;
  const { rpId, userId } = accepted;
  const ignore = () => undefined;
  await signals.signalAllAcceptedCredentials?.(accepted).catch(ignore);
  if (user?.id !== userId) return;
  const { name, displayName } = user;
  await signals.signalCurrentUserDetails?.({ rpId, userId, name, displayName }).catch(ignore);
}
