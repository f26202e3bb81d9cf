import { answeredCredential, type RegistrationJson } from './answered-credential.ts';
import { base64url } from './base64url.ts';
import { mark, setTraps } from './traps.ts';

/**
 * Runs first in every Custom Page. It connects the page to the one around it and puts `navigator.credentials.create`
 * in the hands of that page, which alone may open the prompt. Everything else of the page stays as it is.
 */
type Answer =
  | { readonly id: number; readonly credential: RegistrationJson }
  | { readonly id: number; readonly errorName: string };
type Waiting = { readonly resolve: (credential: unknown) => void; readonly reject: (error: unknown) => void };

const channel = new MessageChannel();
const { port1: port } = channel;
const waiting = new Map<number, Waiting>();
let count = 0;

port.onmessage = ({ data }: MessageEvent<Answer>) => {
  const asked = waiting.get(data.id);
  waiting.delete(data.id);
  if ('credential' in data) asked?.resolve(answeredCredential(data.credential));
  else asked?.reject(mark(new DOMException('The passkey was not created.', data.errorName)));
};

function create(options?: CredentialCreationOptions): Promise<unknown> {
  const { publicKey, signal } = options ?? {};
  if (!publicKey)
    return Promise.reject(new DOMException('Only publicKey is supported.', 'NotSupportedError'));
  if (signal?.aborted) return Promise.reject(signal.reason);
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    signal?.addEventListener('abort', () => {
      port.postMessage({ kind: 'abort', id });
      waiting.delete(id);
      reject(signal.reason);
    });
    try {
      port.postMessage({ kind: 'create', id, ...requestOf(publicKey) });
    } catch (error) {
      waiting.delete(id);
      reject(error);
    }
  });
}

/** What counts of the options; members in JSON form, as the constants have them, are taken as they are. */
function requestOf({ challenge, rp, user }: PublicKeyCredentialCreationOptions) {
  if (challenge === undefined) throw new TypeError('publicKey.challenge is missing.');
  return {
    challenge: typeof challenge === 'string' ? challenge : base64url(challenge),
    ...(rp?.id !== undefined && { rpId: String(rp.id) }),
    ...(user?.name !== undefined && { userName: String(user.name) }),
    ...(user?.displayName !== undefined && { userDisplayName: String(user.displayName) }),
  };
}

const credentials = navigator.credentials ?? {};
Object.defineProperty(credentials, 'create', { value: create, configurable: true, writable: true });
if (navigator.credentials === undefined)
  Object.defineProperty(navigator, 'credentials', { value: credentials });
if (!('PublicKeyCredential' in window))
  Object.assign(window, { PublicKeyCredential: class PublicKeyCredential {} });

/** Each thing once: a page that tries it in a loop has no more to tell. */
const tried = new Set<string>();
function once(name: string, message: object): void {
  if (tried.has(name)) return;
  tried.add(name);
  port.postMessage(message);
}
setTraps((forbidden) => once(forbidden, { kind: 'forbidden', forbidden }));
// A document that the browser does not report on, as the second one of a page, has this.
const isReported = new URLSearchParams(location.search).has('report');
addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective: directive }) =>
    isReported || once(`policy ${directive}`, { kind: 'violation', directive }),
  true,
);
new ResizeObserver(() =>
  port.postMessage({
    kind: 'height',
    height: Math.ceil(document.documentElement.getBoundingClientRect().height),
  }),
).observe(document.documentElement);

parent.postMessage({ event: 'LATCHKEY' }, '*', [channel.port2]);
