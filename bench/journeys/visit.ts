import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { Answered, Asked } from '../kept-alive.ts';
import { publicOrigin } from '../world.ts';

type Ask = (asked: Asked) => Promise<Answered>;

/** The bytes of each answer of a journey, in order. */
export type JourneyBytes = readonly number[];

const authenticator = createSoftAuthenticator({ reuseKeys: true, algorithms: [-7] });
const page = `origin: ${publicOrigin}\r\nsec-fetch-site: same-origin\r\n`;
const json = `${page}content-type: application/json\r\n`;

/**
 * Does by HTTP what a browser does for the guide's journey: the link's page, the start, the form, the options, the
 * passkey, and once more the page at the end. Six requests, three of them reads.
 */
export async function visit(ask: Ask, journeyUrl: string): Promise<JourneyBytes> {
  const link = new URL(journeyUrl);
  const opened = await ask({ method: 'GET', path: link.pathname + link.search, headers: page });
  const body = JSON.stringify({ pt: link.searchParams.get('pt') });
  const started = expected(await ask({ method: 'POST', path: '/web/trustweb/start', headers: json, body }));
  const path = String(JSON.parse(started.body).location);
  const cookie = `cookie: ${/\r\nset-cookie: ([^;]+)/i.exec(started.head)?.[1]}\r\n`;
  const form = expected(await ask({ method: 'GET', path, headers: page + cookie }));
  const send = (values: object) =>
    ask({ method: 'POST', path: taskPath(path, form), headers: json + cookie, body: JSON.stringify(values) });
  const attempt = Number(/name="_attempt" value="(\d+)"/.exec(form.body)?.[1]);
  const names = { userName: 'ada', displayName: 'Ada Lovelace' };
  const prepared = expected(await send({ attempt, kind: 'prepare', values: names }));
  const response = authenticator.createCredential(JSON.parse(prepared.body).clientRequest, {
    origin: publicOrigin,
  });
  const registered = expected(await send({ attempt, kind: 'registered', response, elapsedMs: 900 }));
  const ended = expected(await ask({ method: 'GET', path, headers: page + cookie }));
  if (!ended.body.includes('Passkey created')) throw new Error(`the journey ended with ${ended.body}`);
  return [opened, started, form, prepared, registered, ended].map(({ bytes }) => bytes);
}

const taskPath = (path: string, { body }: Answered): string =>
  `${path}/tasks/${/\/tasks\/([^"/]+)"/.exec(body)?.[1]}`;

/** As many requests of the same kinds, whose answers have the same sizes, to a server that keeps each POST's body. */
export async function bareVisit(ask: Ask, bytes: JourneyBytes): Promise<JourneyBytes> {
  for (const [step, length] of bytes.entries()) {
    const body = bodies[step];
    const asked: Asked = body
      ? { method: 'POST', path: `/${length}`, headers: json, body }
      : { method: 'GET', path: `/${length}`, headers: page };
    expected(await ask(asked));
  }
  return bytes;
}

/** Bodies of the sizes that a journey sends; reads have none. */
const bodies = [50, 80, 900]
  .map((length) => 'x'.repeat(length))
  .flatMap((body) => [undefined, body])
  .toSpliced(4, 1)
  .concat(undefined);

function expected(answer: Answered): Answered {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
  return answer;
}
