import { show } from './states.ts';

/** An answer that is no answer: problem+json with its status. */
export class Refusal extends Error {
  readonly status: number;
  readonly reference: string;
  constructor(status: number, reference: string) {
    super(String(status));
    this.status = status;
    this.reference = reference;
  }
}

const patienceMs = 30_000;
const longestPauseMs = 30_000;

/**
 * Posts JSON until the server has answered. Without network it shows the offline state and tries again: after a growing
 * pause, when the browser says it is online, or on a press. The server takes each task and attempt once, so a repeat
 * does nothing twice. Throws a Refusal for any answer but 200.
 */
export async function send<Answer>(url: string, body: unknown): Promise<Answer> {
  for (let pauseMs = 1_000, tries = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs), tries++) {
    const response = await post(url, body).catch(() => undefined);
    if (response === undefined) {
      await offline(pauseMs);
    } else if (isBusy(response.status) && tries < 6) {
      await pause(1_000 * Math.min(Number(response.headers.get('retry-after')) || tries, 30));
    } else {
      return answer<Answer>(response);
    }
  }
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });

const isBusy = (status: number): boolean => [429, 502, 503, 504].includes(status);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function answer<Answer>(response: Response): Promise<Answer> {
  const json = await response.json().catch(() => undefined);
  if (response.ok && json !== undefined) return json as Answer;
  throw new Refusal(response.status, String(json?.traceId ?? ''));
}

/** Shows that the network is gone until it is worth another try. */
async function offline(pauseMs: number): Promise<void> {
  const ended = new AbortController();
  if (!document.querySelector('[data-offline]')) {
    show('offline', { again: () => dispatchEvent(new Event('again')) }).dataset.offline = '';
  }
  await Promise.race([pause(pauseMs), happens('online', ended.signal), happens('again', ended.signal)]);
  ended.abort();
}

const happens = (event: string, signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => addEventListener(event, resolve, { once: true, signal }));
