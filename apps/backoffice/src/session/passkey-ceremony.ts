import type { ProblemBody } from '@latchkey/contract';
import { CallFailure } from '../api/call-failure.ts';
import { sessionWords } from './words.ts';

/** Whether the browser knows passkeys and their JSON. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Lets the browser create a passkey; its answer as JSON. Throws a `CallFailure` in words for people. */
export const createPasskey = (options: object): Promise<Record<string, unknown>> =>
  answerOf(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );

/** Lets the browser sign with a passkey; its answer as JSON. Throws a `CallFailure` in words for people. */
export const usePasskey = (options: object): Promise<Record<string, unknown>> =>
  answerOf(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as unknown as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );

async function answerOf(ask: () => Promise<Credential | null>): Promise<Record<string, unknown>> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return { ...credential.toJSON() };
    throw new DOMException('No credential', 'NotAllowedError');
  } catch (cause) {
    throw new CallFailure(told(cause instanceof Error ? cause.name : ''), cause);
  }
}

const kinds: Readonly<Record<string, readonly [code: string, title: string]>> = {
  NotAllowedError: ['client.passkey-cancelled', sessionWords.cancelled],
  InvalidStateError: ['client.passkey-already-there', sessionWords.alreadyThere],
  SecurityError: ['client.passkey-address', sessionWords.misconfigured],
};

function told(name: string): ProblemBody {
  const [code, title] = kinds[name] ?? ['client.passkey-failed', `The browser refused: ${name}.`];
  return { type: `urn:latchkey:problem:${code}`, code, title, status: 0, instance: '', traceId: '' };
}
