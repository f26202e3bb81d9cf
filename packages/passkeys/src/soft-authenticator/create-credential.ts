import { hash } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { algorithms } from '../cose/algorithms.ts';
import type { ClientRequest } from '../registration/client-request.ts';
import type { RegistrationResponseJson } from './response-json.ts';
import type { SoftCeremony } from './soft-authenticator-options.ts';
import {
  findCredential,
  type SoftAuthenticatorState,
  type SoftCredential,
} from './soft-authenticator-state.ts';
import { canAttest, writeAttestation } from './write-attestation.ts';
import { writeAuthenticatorData } from './write-authenticator-data.ts';
import { writeClientData } from './write-client-data.ts';

/** Makes a credential and answers as a browser does (WebAuthn L3 sections 5.1.3 and 6.3.2). */
export function createCredentialWith(
  state: SoftAuthenticatorState,
  request: ClientRequest,
  ceremony: SoftCeremony,
): RegistrationResponseJson {
  refuseExcluded(state, request);
  const credential = newCredential(state, request);
  const clientData = writtenClientData(request, ceremony);
  const authenticatorData = writtenAuthenticatorData(state, request, credential, ceremony);
  const attestationObject = writtenAttestation(state, credential, clientData, authenticatorData, ceremony);
  state.credentials.push(credential);
  const id = toBase64url(credential.id);
  return {
    authenticatorAttachment: state.options.attachment,
    clientExtensionResults: extensionResults(state, request),
    id,
    rawId: id,
    response: {
      attestationObject: toBase64url(attestationObject),
      authenticatorData: toBase64url(authenticatorData),
      clientDataJSON: toBase64url(clientData),
      publicKey: toBase64url(credential.keys.publicKey.export({ format: 'der', type: 'spki' })),
      publicKeyAlgorithm: credential.keys.algorithm.id,
      transports: state.options.transports,
    },
    type: 'public-key',
  };
}

function refuseExcluded(state: SoftAuthenticatorState, request: ClientRequest): void {
  if (!request.excludeCredentials.some(({ id }) => findCredential(state, id))) return;
  throw new DOMException('The user attempted to register an authenticator twice.', 'InvalidStateError');
}

function newCredential(state: SoftAuthenticatorState, request: ClientRequest): SoftCredential {
  const algorithm = request.pubKeyCredParams.find(({ alg }) => isOffered(state, alg));
  if (!algorithm) throw new DOMException('None of the algorithms is supported.', 'NotSupportedError');
  return {
    id: state.newCredentialId(),
    rpId: request.rp.id,
    userHandle: request.user.id,
    keys: state.newKeys(algorithm.alg),
    signCount: state.options.signCount,
  };
}

function isOffered({ options }: SoftAuthenticatorState, id: number): boolean {
  const algorithm = algorithms.get(id);
  return (
    algorithm !== undefined && options.algorithms.includes(id) && canAttest(options.attestation, algorithm)
  );
}

function writtenClientData(request: ClientRequest, { alter, ...place }: SoftCeremony): Uint8Array {
  const json = writeClientData('webauthn.create', request.challenge, place);
  return Buffer.from(alter?.clientData?.(json) ?? json);
}

function writtenAuthenticatorData(
  { options }: SoftAuthenticatorState,
  request: ClientRequest,
  { id, keys }: SoftCredential,
  { alter }: SoftCeremony,
): Uint8Array {
  const bytes = writeAuthenticatorData({
    rpId: request.rp.id,
    flags: options.flags,
    signCount: options.signCount,
    attested: {
      aaguid: options.aaguid,
      credentialId: id,
      coseKey: alter?.coseKey?.(keys.coseKey) ?? keys.coseKey,
    },
    extensions: authenticatorExtensions(request, options),
  });
  return alter?.authenticatorData?.(bytes) ?? bytes;
}

function writtenAttestation(
  state: SoftAuthenticatorState,
  { keys, id }: SoftCredential,
  clientData: Uint8Array,
  authenticatorData: Uint8Array,
  { alter = {}, now = Date.now() }: SoftCeremony,
): Uint8Array {
  return writeAttestation(state.options.attestation, {
    keys,
    coseKey: alter.coseKey?.(keys.coseKey) ?? keys.coseKey,
    credentialId: id,
    authenticatorData,
    clientDataHash: hash('sha256', clientData, 'buffer'),
    now,
    attestor: (model) => state.attestor(model, alter),
    hierarchy: state.hierarchy(),
    alter,
  });
}

const protectionLevels = new Map([
  ['userVerificationOptional', 1],
  ['userVerificationOptionalWithCredentialIDList', 2],
  ['userVerificationRequired', 3],
]);

function authenticatorExtensions(
  { extensions }: ClientRequest,
  { minPinLength }: SoftAuthenticatorState['options'],
): CborMap {
  const level = protectionLevels.get(extensions.credentialProtectionPolicy ?? '');
  return new Map<string, number>([
    ...(level === undefined ? [] : [['credProtect', level] as const]),
    ...(extensions.minPinLength && minPinLength > 0 ? [['minPinLength', minPinLength] as const] : []),
  ]);
}

/** Every credential here is discoverable unless that was discouraged. */
function extensionResults(
  { options }: SoftAuthenticatorState,
  { extensions, authenticatorSelection }: ClientRequest,
): RegistrationResponseJson['clientExtensionResults'] {
  return {
    ...(extensions.credProps && { credProps: { rk: authenticatorSelection.residentKey !== 'discouraged' } }),
    ...(extensions.prf && { prf: { enabled: options.hasPrf } }),
    ...(extensions.largeBlob && { largeBlob: { supported: options.hasLargeBlob } }),
  };
}
