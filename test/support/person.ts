import type { Submission } from '@latchkey/journey';
import type { AuthenticationRequest, ClientRequest } from '@latchkey/passkeys';
import {
  createSoftAuthenticator,
  type SoftAuthenticator,
  type SoftAuthenticatorOptions,
  type SoftCeremony,
} from '@latchkey/passkeys/soft-authenticator';

/** What the page would read of a view: where the next answer goes. */
export type Standing = {
  readonly instanceId: string;
  readonly html: string;
  /** Absent where nothing waits. */
  readonly task?: string;
  readonly attempt?: number;
};

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
/** A submission without its attempt, which the standing knows. */
type Sent = Submission extends infer Each ? (Each extends Submission ? Omit<Each, 'attempt'> : never) : never;

/**
 * A person with a browser and an authenticator, who does by HTTP what the page does. Of several server processes each
 * request meets the next one, as behind a load balancer. `known` is the cookie of an earlier visit; `userAgent` is what the browser
 * calls itself, `origin` where people see the servers,
 * `device` the authenticator, or what a new one is like.
 */
export function person(
  base: string | readonly string[],
  known = '',
  userAgent = 'test',
  origin = 'http://localhost:3000',
  device: SoftAuthenticatorOptions | SoftAuthenticator = {},
) {
  const bases = [base].flat();
  let cookie = known;
  let requests = Math.floor(Math.random() * bases.length);
  const authenticator = 'getAssertion' in device ? device : createSoftAuthenticator(device);

  const request = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const headers = {
      origin,
      'sec-fetch-site': 'same-origin',
      'user-agent': userAgent,
      ...(cookie && { cookie }),
      ...options.headers,
    };
    requests += 1;
    const response = await fetch(bases[requests % bases.length] + path, {
      redirect: 'manual',
      ...options,
      headers,
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const post = async (path: string, body: unknown): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const response = await request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const look = async (instanceId: string) =>
    standingOf(instanceId, await (await request(`/web/trustweb/${instanceId}`)).text());

  const start = async (link: { readonly pt: string } | { readonly ps: string }): Promise<Standing> => {
    const { status, body } = await post('/web/trustweb/start', link);
    if (status !== 200) throw Object.assign(new Error(String(body.code)), { status });
    return look(String(body.location).replace('/web/trustweb/', ''));
  };
  const send = ({ instanceId, task, attempt }: Standing, sent: Sent): Promise<Answer> =>
    post(`/web/trustweb/${instanceId}/tasks/${task}`, { attempt, ...sent });
  const after = ({ instanceId }: Standing, { body }: Answer): Standing =>
    standingOf(instanceId, String(body.html));

  const prepare = async (at: Standing, values: Readonly<Record<string, unknown>> = names) =>
    (await send(at, { kind: 'prepare', values })).body.clientRequest as ClientRequest;
  const askedToSignIn = async (at: Standing, values: Readonly<Record<string, unknown>> = {}) =>
    (await send(at, { kind: 'prepare', values })).body.clientRequest as AuthenticationRequest;
  const assertionFor = (options: AuthenticationRequest, ceremony: Partial<SoftCeremony> = {}) =>
    authenticator.getAssertion(options, { origin, ...ceremony }) as unknown as Record<string, unknown>;
  const credentialFor = (options: ClientRequest, at = origin) =>
    authenticator.createCredential(options, { origin: at }) as unknown as Record<string, unknown>;

  return {
    request,
    authenticator,
    /** What another server needs to know this browser. */
    cookie: () => cookie,
    look,
    start,
    send,
    after,
    prepare,
    credentialFor,
    askedToSignIn,
    assertionFor,
    /** Presses the button of a form and signs in; answers where the journey stands then. */
    signIn: async (at: Standing, ceremony?: Partial<SoftCeremony>) => {
      const response = assertionFor(await askedToSignIn(at), ceremony);
      return after(at, await send(at, { kind: 'asserted', response, elapsedMs: 900 }));
    },
    /** Fills the form in, makes a passkey, and answers where the journey stands then. */
    register: async (at: Standing, values?: Readonly<Record<string, unknown>>) => {
      const response = credentialFor(await prepare(at, values));
      return after(at, await send(at, { kind: 'registered', response, elapsedMs: 900 }));
    },
    /** Fills the form in and sends a passkey that was made at another origin, which the server refuses. */
    beRefused: async (at: Standing) => {
      const response = credentialFor(await prepare(at), 'https://elsewhere.example');
      return after(at, await send(at, { kind: 'registered', response, elapsedMs: 900 }));
    },
    /** Fills the form in and closes the prompt. */
    cancel: async (at: Standing) => {
      await prepare(at);
      return after(
        at,
        await send(at, {
          kind: 'not-registered',
          outcome: 'cancelled',
          errorName: 'NotAllowedError',
          elapsedMs: 800,
        }),
      );
    },
    /** Presses the button of a form without passkey. */
    press: async (at: Standing, values: Readonly<Record<string, unknown>> = {}) =>
      after(at, await send(at, { kind: 'submit', values })),
  };
}

export type Person = ReturnType<typeof person>;

export const names = Object.freeze({ userName: 'ada', displayName: 'Ada Lovelace' });

/** What a Custom Page of that view gets when it is ready. */
export function constantsOf({ html }: Standing): Readonly<Record<string, unknown>> {
  const text = /data-constants="([^"]*)"/.exec(html)?.[1] ?? '{}';
  return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'"));
}

function standingOf(instanceId: string, html: string): Standing {
  const task = /\/tasks\/([^"/]+)"/.exec(html)?.[1];
  const attempt = /(?:name="_attempt" value|data-attempt)="(\d+)"/.exec(html)?.[1];
  return {
    instanceId,
    html,
    ...(task !== undefined && { task }),
    ...(attempt !== undefined && { attempt: Number(attempt) }),
  };
}
