import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  AuthenticationResponseJson,
  RegistrationResponseJson,
} from '../src/soft-authenticator/index.ts';

/** The vectors of WebAuthn L3, section Test Vectors. */
export type StandardVectors = {
  readonly rpId: string;
  readonly origin: string;
  readonly topOrigin: string;
  readonly attestation_ca: { readonly attestation_ca_cert: string };
  readonly vectors: readonly {
    readonly id: string;
    readonly registrationChallenge: string;
    readonly authenticationChallenge: string;
    readonly registrationResponseJSON: RegistrationResponseJson;
    readonly authenticationResponseJSON: AuthenticationResponseJson;
  }[];
};

/** A registration by a real authenticator. */
export type RealResponse = {
  readonly name: string;
  readonly format: string | null;
  readonly attestationType: string | null;
  readonly alg: number | null;
  readonly origin: string;
  readonly rpId: string;
  readonly challenge: string;
  readonly userVerified: boolean;
  readonly crossOrigin: boolean;
  readonly aaguid: string;
  /** ISO 8601, when certificates have to be valid. */
  readonly verifyAt: string | null;
  readonly anchor: string | null;
  readonly response: unknown;
  readonly expect: 'valid' | 'invalid';
};

export type Root = { readonly name: string; readonly pem: string };

const folder = process.env.LATCHKEY_VECTORS ?? resolve(import.meta.dirname, '../../../../shared/vectors');

/** Whether the vectors are there; says so in one line when not. */
export const hasVectors: boolean = existsSync(folder);
if (!hasVectors) console.log(`The test vectors are not at ${folder}: their tests are left out.`);

/** A group of tests that needs the vectors; where they are not, one test says so instead. */
export function describeVectors(name: string, tests: () => void): void {
  if (hasVectors) describe(name, tests);
  else test(`${name}: not judged, ${folder} is not there`, () => expect(existsSync(folder)).toBe(false));
}

const read = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'));

export const standardVectors = (): StandardVectors => read('w3c-l3-vectors.json') as StandardVectors;
export const realResponses = (): readonly RealResponse[] => read('real-responses.json') as RealResponse[];
export const roots = (): readonly Root[] => read('roots.json') as Root[];
