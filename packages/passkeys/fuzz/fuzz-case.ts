import { toBase64url } from '@latchkey/kernel';
import { isCborMap } from '../src/cbor/cbor-value.ts';
import { decodeCbor } from '../src/cbor/decode-cbor.ts';
import { encodeCbor } from '../src/cbor/encode-cbor.ts';
import {
  defaultRegistrationPolicy,
  readMetadataBlob,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
} from '../src/index.ts';
import {
  type Alterations,
  createSoftAuthenticator,
  createSoftMetadataService,
  type RegistrationResponseJson,
  type SoftAttestation,
} from '../src/soft-authenticator/index.ts';
import { alternativeNames, dns, nameConstraints } from '../test/name-extensions.ts';
import { type Choices, choicesFrom } from './choices.ts';
import { mutatedBytes, mutatedText } from './mutate-bytes.ts';
import { mutatedCbor } from './mutate-cbor.ts';

const origin = 'https://login.example.test';
const now = Date.parse('2026-01-01T00:00:00Z');
const attestations: readonly [SoftAttestation, ...SoftAttestation[]] = [
  'none',
  'packed-self',
  'packed-certified',
  'packed-enterprise',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
];

const { clientRequest, expectations } = registrationOptions({
  policy: {
    ...defaultRegistrationPolicy,
    name: 'fuzz',
    attestation: 'enterprise',
    algorithms: [-7],
    legacyAttestation: true,
  },
  relyingParty: { id: 'example.test', name: 'Example', origins: [origin] },
  user: { handle: new Uint8Array(16), name: 'john', displayName: 'John' },
  challenge: new Uint8Array(64),
});

const authenticators = new Map(
  attestations.map((attestation) => [
    attestation,
    createSoftAuthenticator({ seed: 'fuzz', attestation, algorithms: [-7], reuseKeys: true }),
  ]),
);
const anchors = [...authenticators.values()].map((soft) => soft.attestationRoot());
const service = createSoftMetadataService({ seed: 'fuzz' });

/** A thing to run on input that somebody made up: it ends well or with a Problem, and soon. */
export type FuzzCase = { readonly name: string; readonly run: () => unknown };

/** The case of a number; the same number makes the same case, but for the random part of signatures. */
export function fuzzCase(number: number): FuzzCase {
  const choices = choicesFrom(number);
  const make = choices.oneOf(kinds);
  return make(choices);
}

type Kind = (choices: Choices) => FuzzCase;

/** An answer of each authenticator that nobody changed. */
const answers = new Map(
  [...authenticators].map(([attestation, soft]) => [
    attestation,
    soft.createCredential(clientRequest, { origin, now }),
  ]),
);

function unchanged(choices: Choices): RegistrationResponseJson {
  const answer = answers.get(choices.oneOf(attestations));
  if (!answer) throw new RangeError('No such attestation.');
  return answer;
}

const registering = (name: string, response: unknown): FuzzCase => ({
  name,
  run: () => verifyRegistration(expectations, response, { now, anchors }),
});

const withObject = (whole: RegistrationResponseJson, object: Uint8Array): unknown => ({
  ...whole,
  response: { ...whole.response, attestationObject: toBase64url(object) },
});

const objectOf = ({ response }: RegistrationResponseJson): Uint8Array =>
  new Uint8Array(Buffer.from(response.attestationObject, 'base64url'));

type SignedChange = {
  /** Where it makes a difference; everywhere without it. */
  readonly among?: readonly [SoftAttestation, ...SoftAttestation[]];
  readonly alter: (choices: Choices) => Alterations;
};

const withIssuer = ['tpm', 'android-key', 'apple', 'packed-enterprise'] as const;

/** Changes before anything is signed, so that what is behind the signatures is reached. */
const signedChanges: readonly [SignedChange, ...SignedChange[]] = [
  { alter: (choices) => ({ authenticatorData: (bytes) => mutatedBytes(bytes, choices) }) },
  { alter: (choices) => ({ clientData: (json) => mutatedBytes(Buffer.from(json), choices) }) },
  {
    alter: (choices) => ({
      coseKey: (key) => {
        const changed = mutatedCbor(key, choices);
        return isCborMap(changed) ? changed : key;
      },
    }),
  },
  { among: ['tpm'], alter: (choices) => ({ certInfo: (bytes) => mutatedBytes(bytes, choices) }) },
  { among: ['tpm'], alter: (choices) => ({ pubArea: (bytes) => mutatedBytes(bytes, choices) }) },
  {
    among: [...withIssuer, 'packed-certified', 'fido-u2f', 'android-safetynet'],
    alter: (choices) => ({ certificate: (request) => withExtensions(request, choices) }),
  },
  { among: withIssuer, alter: (choices) => ({ issuer: (request) => withExtensions(request, choices) }) },
  { among: withIssuer, alter: manyNames },
  {
    among: ['compound'],
    alter: (choices) => ({ parts: (parts) => parts.map((part) => mutatedCbor(part, choices)) }),
  },
];

/** Well-formed and long: what is compared with everything takes its time. */
function manyNames({ below }: Choices): Alterations {
  const list = (): ReturnType<typeof dns>[] => Array.from({ length: below(400) }, () => dns('a.test'));
  return {
    certificate: (request) => ({
      ...request,
      extensions: [...(request.extensions ?? []), alternativeNames(...list())],
    }),
    issuer: (request) => ({ ...request, extensions: [nameConstraints({ excluded: list() })] }),
  };
}

function signedCase(choices: Choices): FuzzCase {
  const { among = attestations, alter } = choices.oneOf(signedChanges);
  const soft = authenticators.get(choices.oneOf(among));
  if (!soft) throw new RangeError('No such attestation.');
  const answer = soft.createCredential(clientRequest, { origin, now, alter: alter(choices) });
  return registering('signed', answer);
}

/** Identifiers of extensions that are read, so that their readers meet what nobody expects. */
const read = ['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.30', '2.5.29.32', '2.5.29.37', '1.2.3'] as const;

function withExtensions<Request extends { readonly extensions?: readonly { readonly value: Uint8Array }[] }>(
  request: Request,
  choices: Choices,
): Request {
  const extensions = (request.extensions ?? []).map((one) =>
    choices.below(2) === 0 ? one : { ...one, value: mutatedBytes(one.value, choices) },
  );
  const id = choices.oneOf(read);
  const more = {
    id,
    isCritical: choices.below(2) === 0,
    value: mutatedBytes(new Uint8Array([0x30, 0]), choices),
  };
  return { ...request, extensions: choices.below(2) === 0 ? [...extensions, more] : extensions };
}

const kinds: readonly [Kind, ...Kind[]] = [
  (choices) => {
    const whole = unchanged(choices);
    return registering('bytes', withObject(whole, mutatedBytes(objectOf(whole), choices)));
  },
  (choices) => {
    const whole = unchanged(choices);
    const object = mutatedCbor(decodeCbor(objectOf(whole)), choices);
    return registering('cbor', withObject(whole, encodeCbor(object)));
  },
  signedCase,
  signedCase,
  (choices) => {
    const json = mutatedText(JSON.stringify(unchanged(choices)), choices);
    return registering('json', parsed(json));
  },
  (choices) => {
    const blob = metadataFrom(choices);
    return { name: 'metadata', run: () => readMetadataBlob(blob, { now, root: service.root }) };
  },
  assertionCase,
];

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function metadataFrom(choices: Choices): string {
  const entry = { aaguid: '00000000-0000-0000-0000-000000000001', statusReports: [{ status: 'REVOKED' }] };
  const payload = { no: 1, nextUpdate: '2027-01-01', entries: [entry] };
  if (choices.below(2) === 0) return mutatedText(service.sign(payload), choices);
  const changed = parsed(mutatedText(JSON.stringify(payload), choices));
  return service.sign(typeof changed === 'object' && changed !== null ? { ...changed } : payload);
}

const asserting = createSoftAuthenticator({ seed: 'assertion', algorithms: [-7] });
const credential = {
  ...verifyRegistration(
    { ...expectations, attestation: 'none' },
    asserting.createCredential(clientRequest, {
      origin,
    }),
    { now },
  ),
  userHandle: new Uint8Array(16),
  isUserKnown: true,
};

function assertionCase(choices: Choices): FuzzCase {
  const request = { challenge: clientRequest.challenge, rpId: 'example.test' };
  const alter: Alterations = { authenticatorData: (bytes) => mutatedBytes(bytes, choices) };
  const answer = asserting.getAssertion(request, { origin, ...(choices.below(2) === 0 && { alter }) });
  const part = choices.oneOf(['authenticatorData', 'clientDataJSON', 'signature', 'userHandle'] as const);
  const bytes = mutatedBytes(Buffer.from(answer.response[part], 'base64url'), choices);
  const response = { ...answer, response: { ...answer.response, [part]: toBase64url(bytes) } };
  return { name: 'assertion', run: () => verifyAuthentication(expectations, credential, response) };
}
