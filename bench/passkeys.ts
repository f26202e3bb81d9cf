import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import {
  defaultRegistrationPolicy,
  type RegistrationExpectations,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
} from '@latchkey/passkeys';
import {
  createSoftAuthenticator,
  type RegistrationResponseJson,
  type SoftAuthenticatorOptions,
} from '@latchkey/passkeys/soft-authenticator';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { answerParent } from './child.ts';

/** One measured job: how often per second on one core, and against the two yardsticks. */
export type PasskeyBench = {
  readonly what: string;
  readonly perSecond: number;
  /** Against one bare ES256 `verify` of node:crypto with a key at hand. */
  readonly ofFloor: number;
  /** Against @simplewebauthn/server alone. */
  readonly ofOracle: number;
};

const origin = 'http://localhost:3000';
const now = Date.now();

/** Measures the verification of registrations and assertions, about `secondsEach` for each of fifteen measurements. */
export async function benchPasskeys(secondsEach = 1): Promise<readonly PasskeyBench[]> {
  const floor = floorJob();
  const rows: PasskeyBench[] = [];
  for (const { what, ours, oracle } of jobs()) {
    const [speed, floorSpeed, oracleSpeed] = await bestSpeeds(secondsEach, [ours, floor, oracle]);
    rows.push({
      what,
      perSecond: Math.round(speed),
      ofFloor: speed / floorSpeed,
      ofOracle: speed / oracleSpeed,
    });
  }
  return rows;
}

type Job = { readonly what: string; readonly ours: () => unknown; readonly oracle: () => unknown };

const jobs = (): readonly Job[] => [
  registrationJob('registration, no attestation', { attestation: 'none' }),
  registrationJob('registration, packed self', { attestation: 'packed-self' }),
  registrationJob('registration, packed with certificate', { attestation: 'packed-certified' }),
  registrationJob('registration, tpm', { attestation: 'tpm', attestationAlgorithm: -257 }),
  assertionJob(),
];

function floorJob(): () => void {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const data = randomBytes(196);
  const signature = sign('sha256', data, privateKey);
  return () => {
    if (!verify('sha256', data, publicKey, signature)) throw new Error('The floor does not verify.');
  };
}

const samples = 200;

/** Every sample has a key of its own, as in life. */
function registrationJob(what: string, options: SoftAuthenticatorOptions): Job {
  const authenticator = createSoftAuthenticator({ algorithms: [-7], ...options });
  const registrations = Array.from({ length: samples }, () => {
    const { clientRequest, expectations } = started();
    return { asked: expectations, response: authenticator.createCredential(clientRequest, { origin }) };
  });
  const next = inTurn(registrations);
  const anchors = [authenticator.attestationRoot()];
  return {
    what,
    ours: () => {
      const { asked, response } = next();
      return verifyRegistration(asked, response, { now, anchors });
    },
    oracle: async () => {
      const { asked, response } = next();
      return ensureVerified(await verifyRegistrationResponse(oracleOptions(asked, response)));
    },
  };
}

function assertionJob(): Job {
  const authenticator = createSoftAuthenticator({ algorithms: [-7] });
  const { clientRequest, expectations } = started();
  const registered = verifyRegistration(
    expectations,
    authenticator.createCredential(clientRequest, { origin }),
    { now },
  );
  const credential = { ...registered, userHandle: new Uint8Array(16), isUserKnown: true };
  const { challenge } = clientRequest;
  const next = inTurn(
    Array.from({ length: samples }, () =>
      authenticator.getAssertion({ challenge, rpId: 'localhost' }, { origin }),
    ),
  );
  return {
    what: 'assertion, ES256',
    ours: () => verifyAuthentication(expectations, credential, next()),
    oracle: async () => {
      const response = next();
      const { id } = response;
      const publicKey = new Uint8Array(credential.publicKey);
      return ensureVerified(
        await verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: 'localhost',
          requireUserVerification: false,
          credential: { id, publicKey, counter: 0 },
        }),
      );
    },
  };
}

function started() {
  return registrationOptions({
    policy: { ...defaultRegistrationPolicy, name: 'bench' },
    relyingParty: { id: 'localhost', name: 'Bench', origins: [origin] },
    user: { handle: new Uint8Array(16), name: 'john', displayName: 'John Doe' },
    challenge: randomBytes(64),
  });
}

function oracleOptions(asked: RegistrationExpectations, response: RegistrationResponseJson) {
  return {
    response: response as never,
    expectedChallenge: asked.challenge ?? '',
    expectedOrigin: origin,
    expectedRPID: 'localhost',
    requireUserVerification: false,
    supportedAlgorithmIDs: [...asked.algorithms],
  };
}

function ensureVerified(answer: { readonly verified: boolean }): void {
  if (!answer.verified) throw new Error('The oracle does not verify.');
}

function inTurn<T>(items: readonly T[]): () => T {
  let at = 0;
  return () => {
    const item = items[at++ % items.length];
    if (item === undefined) throw new Error('Nothing to take.');
    return item;
  };
}

type Measured = readonly [ours: () => unknown, floor: () => unknown, oracle: () => unknown];

const rounds = 8;

/** Runs per second of each job: its best of several rounds taken in turn, so that a busy machine spoils no ratio. */
async function bestSpeeds(seconds: number, jobs: Measured): Promise<[number, number, number]> {
  const best: [number, number, number] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    for (const [index, job] of jobs.entries()) {
      best[index] = Math.max(best[index] ?? 0, await runFor(seconds / rounds, job));
    }
  }
  return best;
}

/** Runs per second; awaits a job only when it is asynchronous. */
async function runFor(seconds: number, job: () => unknown): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let runs = 0;
  while (performance.now() < end) {
    const result = job();
    if (result instanceof Promise) await result;
    runs++;
  }
  return (runs * 1000) / (performance.now() - start);
}

if (import.meta.main) {
  if (process.send) answerParent((secondsEach: number) => benchPasskeys(secondsEach));
  else console.table(await benchPasskeys());
}
