import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { greeting } from '../../apps/server/src/demo/greeting.ts';
import { examplesOf, lacking } from '../support/guide-examples.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

const root = join(import.meta.dirname, '../..');
let latchkey: ServedLatchkey;

beforeAll(async () => {
  latchkey = await serveLatchkey();
  // curl reads it from its home: every command then says its status, too.
  writeFileSync(join(latchkey.dataDir, '.curlrc'), 'silent\nshow-error\nwrite-out = "\\n%{http_code}"\n');
});
afterAll(async () => {
  await latchkey.close();
});

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Runs a command as somebody pastes it into a shell. */
async function paste(command: string, environment: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const home = { HOME: latchkey.dataDir, CURL_HOME: latchkey.dataDir };
  const shell = spawn('sh', ['-c', command], { env: { ...process.env, ...home, ...environment } });
  const parts: string[] = [];
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (part) => parts.push(String(part)));
  await new Promise((resolve) => shell.once('close', resolve));
  const [, body, status] = /^([\s\S]*)\n(\d{3})$/.exec(parts.join('')) ?? [];
  if (!body) throw new Error(`${command}\nprinted: ${parts.join('')}`);
  return { status: Number(status), body: JSON.parse(body) };
}

const device = createSoftAuthenticator();

/** What the page's browser would answer: the options of a registration name a user, those of a sign-in none. */
function answerTo(options: object, origin: string): unknown {
  return 'user' in options
    ? device.createCredential(options as Parameters<typeof device.createCredential>[0], { origin })
    : device.getAssertion(options as Parameters<typeof device.getAssertion>[0], { origin });
}

test('the examples of the guide for backend developers do what it says', async () => {
  const { baseUrl, clientId, clientSecret, storeName } = latchkey;
  const environment: Record<string, string> = {
    LATCHKEY: baseUrl,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    STORE: storeName,
  };
  const examples = examplesOf(readFileSync(join(root, 'docs/guides/backend-developer.md'), 'utf8'));
  expect(examples.length).toBeGreaterThan(6);
  for (const { command, status, keep, answer } of examples) {
    const { status: got, body } = await paste(command, environment);
    expect({ command, status: got, lacking: lacking(answer, body) }).toEqual({
      command,
      status,
      lacking: [],
    });
    if (keep) environment[keep[1]] = String(body[keep[0]]);
    if (body.clientRequest) environment.RESPONSE = JSON.stringify(answerTo(body.clientRequest, baseUrl));
  }
});

test('the three calls that the start prints work when pasted, at every start', async () => {
  for (const newUser of ['jane-first', 'jane-second']) {
    const lines = greeting(latchkey, newUser)
      .split('\n')
      .filter((line) => line.startsWith('curl '));
    const answers: number[] = [];
    for (const line of lines) answers.push((await paste(line)).status);
    expect(answers).toEqual([200, 201, 200]);
  }
});
