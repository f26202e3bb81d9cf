import type { Verdict } from './judges.ts';

/** A class of cases in which we and the oracle differ, and why we are right. */
export type Disagreement = {
  readonly reason: string;
  /** Our verdict: the problem's code, or `verified`. */
  readonly ours: string;
  /** Our sentence, or the oracle's when we verify. */
  readonly detail: RegExp;
  /** Seen only with the files of vectors. */
  readonly isOnlyInVectors?: boolean;
};

/** We refuse what the oracle verifies. */
const stricter: readonly Disagreement[] = [
  {
    reason:
      'Ids and bytes are base64url without padding or stray bits (WebAuthn L3 section 5.1): one text for one value.',
    ours: 'passkey.response-malformed',
    detail: /is not canonical base64url without padding\.$/,
  },
  {
    reason:
      'transports is a list of texts, at most 8 of at most 32 characters: it is stored and given out again.',
    ours: 'passkey.response-malformed',
    detail: /^transports /,
  },
  {
    reason: 'Members of the answer have the types of WebAuthn L3 section 5.1.',
    ours: 'passkey.response-malformed',
    detail: /^(clientExtensionResults is not an object|authenticatorAttachment is not a text)\.$/,
  },
  {
    reason: 'Members of client data have the types of WebAuthn L3 section 5.8.1.',
    ours: 'passkey.client-data-malformed',
    detail: /^(crossOrigin is not a boolean|topOrigin is not a string)\.$/,
  },
  {
    reason: 'A key that comes twice means different things to different parsers.',
    ours: 'passkey.client-data-malformed',
    detail: /^A key occurs twice in the JSON\.$/,
  },
  {
    reason:
      'Client data begin with a brace: no client writes a byte order mark (WebAuthn L3 section 5.8.1.1).',
    ours: 'passkey.client-data-malformed',
    detail: /^The text is not JSON\.$/,
  },
  {
    reason: 'Client data are UTF-8: broken bytes are refused, not replaced.',
    ours: 'passkey.client-data-malformed',
    detail: /^The client data are not UTF-8\.$/,
  },
  {
    reason: 'Client data of more than 8 KiB come from no browser.',
    ours: 'passkey.client-data-malformed',
    detail: /^The client data are too large\.$/,
  },
  {
    reason:
      'A ceremony in a frame of another site is refused unless a page is allowed (section 7.1 step 10).',
    ours: 'passkey.cross-origin-not-allowed',
    detail: /./,
  },
  {
    reason: 'A top origin is judged (section 7.1 step 11).',
    ours: 'passkey.top-origin-not-allowed',
    detail: /./,
  },
  {
    reason: 'The attestation object ends where its CBOR ends (FIDO conformance, Resp-3).',
    ours: 'passkey.attestation-malformed',
    detail: /^Bytes follow the CBOR item\.$/,
  },
  {
    reason: 'The attestation object has three members (WebAuthn L3 section 6.5.4).',
    ours: 'passkey.attestation-malformed',
    detail: /^The attestation object has unknown members\.$/,
  },
  {
    reason: 'Byte strings must be as long as they say.',
    ours: 'passkey.authenticator-data-malformed',
    detail: /^CBOR ends too early\.$/,
  },
  {
    reason: 'Extensions are a CBOR map (WebAuthn L3 section 6.1), of bounded depth.',
    ours: 'passkey.authenticator-data-malformed',
    detail: /^(The extensions are not a CBOR map|CBOR is nested too deep)\.$/,
  },
  {
    reason: 'A key whose CBOR is wrong leaves bytes over; the oracle repairs the output of one old browser.',
    ours: 'passkey.authenticator-data-malformed',
    detail: /^Bytes follow the authenticator data\.$/,
    isOnlyInVectors: true,
  },
  {
    reason:
      'A key that cannot verify anything must not register: type, curve and algorithm agree, the point is on the curve.',
    ours: 'passkey.key-invalid',
    detail:
      /^(The key's (type|curve) does not agree with|A parameter of the key is not|A coordinate of the key has|The point is not on the curve)/,
  },
  {
    reason: 'Private and unknown parameters have no place in a public key.',
    ours: 'passkey.key-invalid',
    detail: /^The key has private or unknown parameters, or misses some\.$/,
  },
  {
    reason: 'RSA keys have 2048 to 8192 bits and a sound exponent (RFC 8230 section 6.1).',
    ours: 'passkey.key-invalid',
    detail: /^The (numbers of the key|modulus|exponent) /,
  },
  {
    reason: 'A packed statement has the members of WebAuthn L3 section 8.2, of their types, and no others.',
    ours: 'passkey.attestation-invalid',
    detail: /^(The statement has unknown members|x5c is not a short list)\.$/,
  },
  {
    reason: "A packed statement's algorithm is that of the key that signed (WebAuthn L3 section 8.2).",
    ours: 'passkey.attestation-invalid',
    detail: /^(The statement's algorithm is not the credential's|The certificate's key is not one for .*)\.$/,
  },
  {
    reason: 'SafetyNet names its version in a text (WebAuthn L3 section 8.5).',
    ours: 'passkey.attestation-invalid',
    detail: /^The statement names no version\.$/,
  },
  {
    reason: 'Who asks for direct attestation gets certificates or nothing (section 7.1 step 24).',
    ours: 'passkey.attestation-required',
    detail: /./,
  },
  {
    reason: 'The id of the answer is the attested one.',
    ours: 'passkey.credential-id-mismatch',
    detail: /./,
  },
  {
    reason: 'The answer is about the credential whose record is judged (section 7.2 step 6).',
    ours: 'passkey.credential-not-allowed',
    detail: /^The answer is about another credential\.$/,
  },
  {
    reason:
      'Eligibility for backup never changes (section 7.2 step 19); the oracle leaves that to its caller.',
    ours: 'passkey.backup-eligibility-changed',
    detail: /./,
  },
  { reason: 'The policy is enforced on the server.', ours: 'passkey.attachment-mismatch', detail: /./ },
  {
    reason: 'The policy is enforced on the server.',
    ours: 'passkey.credential-protection-too-weak',
    detail: /./,
  },
];

/** We verify what the oracle refuses. */
const laxer: readonly Disagreement[] = [
  {
    reason:
      'Level 3 has no token binding any more; the reserved member is ignored like any other unknown one.',
    ours: 'verified',
    detail: /tokenBinding/i,
  },
  {
    reason: 'Ed448 is verified by node:crypto; the oracle knows only Ed25519.',
    ours: 'verified',
    detail: /invalid alg -53/,
    isOnlyInVectors: true,
  },
  {
    reason: 'Certificates are judged at the moment that the caller names; the oracle knows only the present.',
    ours: 'verified',
    detail:
      /Certificate not good after|Found certificate out of validity period|No specified trust anchor was valid|Payload timestamp .* has expired/,
    isOnlyInVectors: true,
  },
  {
    reason: 'Without anchors an attestation is unanchored, not refused; the oracle brings roots of its own.',
    ours: 'verified',
    detail:
      /x5c could not be chained to any specified trust anchor|x5c root certificate was not a known root certificate|Unexpected error while validating certificate path/,
    isOnlyInVectors: true,
  },
  {
    reason: "The specification's own vector has a manufacturer of zeros and no other rule about who it is.",
    ours: 'verified',
    detail: /Could not match TPM manufacturer/,
    isOnlyInVectors: true,
  },
  {
    reason:
      "The specification's own vector of U2F has an AAGUID: it is not signed, so it counts as unverified.",
    ours: 'verified',
    detail: /AAGUID ".*" was not expected value/,
    isOnlyInVectors: true,
  },
];

/** Every listed disagreement. A case that differs and is in no class fails the test, and so does a class without a case. */
export const disagreements: readonly Disagreement[] = [...stricter, ...laxer];

/** The class of a case in which the verdicts differ. */
export function classOf(ours: Verdict, theirs: Verdict): Disagreement | undefined {
  const detail = ours.isVerified ? theirs.detail : ours.detail;
  return disagreements.find((one) => one.ours === ours.code && one.detail.test(detail));
}
