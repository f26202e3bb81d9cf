import { type TSchema, Type } from 'typebox';
import { Words } from './fields.ts';

const WordList = <const Word extends string>(words: readonly Word[], description: string) =>
  Type.Array(Words(words, 'One of them'), { maxItems: words.length, uniqueItems: true, description });

const Models = (description: string) =>
  Type.Array(
    Type.String({
      pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
      description: 'AAGUID, lower case',
    }),
    { maxItems: 1000, uniqueItems: true, description },
  );

const Origins = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 50, uniqueItems: true, description });

/** The words that demands are made of; the same that the ceremony knows. */
export const demandWords = Object.freeze({
  attestationFormats: [
    'none',
    'packed',
    'tpm',
    'android-key',
    'android-safetynet',
    'apple',
    'fido-u2f',
    'compound',
  ],
  attestationTypes: [
    'none',
    'self',
    'basic-unanchored',
    'attca-unanchored',
    'anonca-unanchored',
    'basic',
    'attca',
    'anonca',
  ],
  minimumCertification: ['L1', 'L1plus', 'L2', 'L2plus', 'L3', 'L3plus'],
  keyProtections: ['software', 'hardware', 'tee', 'secure_element', 'remote_handle'],
  userVerificationMethods: [
    'fingerprint_internal',
    'passcode_internal',
    'passcode_external',
    'faceprint_internal',
    'voiceprint_internal',
    'location_internal',
    'eyeprint_internal',
    'pattern_internal',
    'pattern_external',
    'handprint_internal',
  ],
} as const);

/** What a policy may demand beyond the options of the browser; absent demands nothing. */
export const demandFields = {
  attestationFormats: WordList(
    demandWords.attestationFormats,
    'Acceptable attestation formats; none for any',
  ),
  attestationTypes: WordList(
    demandWords.attestationTypes,
    'Acceptable attestation types; none for any. Unanchored ones end at no trust anchor',
  ),
  requireTrustAnchor: Type.Boolean({ description: 'Refuses attestations that end at no trust anchor' }),
  legacyAttestation: Type.Boolean({
    description: 'Accepts android-safetynet, which Google has switched off',
  }),
  allowedModels: Models('Only these models, proved by an anchored attestation; none for any'),
  deniedModels: Models('Models that are refused, even if only claimed'),
  watchedModels: Models('Models that are accepted and marked in the audit'),
  revokedModels: Words(
    ['refuse', 'record'],
    'What to do with models that the metadata speak against; absent refuses them',
  ),
  minimumCertification: Words(demandWords.minimumCertification, 'Least FIDO certification of the model'),
  keyProtections: WordList(
    demandWords.keyProtections,
    'Where the model may keep its keys; none for anywhere',
  ),
  userVerificationMethods: WordList(
    demandWords.userVerificationMethods,
    'Every way in which the model verifies people must be among these; none for any',
  ),
  backup: Words(
    ['device-bound', 'eligible', 'backed-up'],
    'Bound to its device, ready to be synchronised (BE), or synchronised (BS); absent for any',
  ),
  minPinLength: Type.Boolean({ description: 'Asks for the shortest PIN that the authenticator takes' }),
  leastPinLength: Type.Integer({
    minimum: 4,
    maximum: 63,
    description: 'Refuses authenticators that take shorter PINs or do not say',
  }),
  prf: Words(['asked', 'required'], 'Whether to ask for PRF; the browser claims it'),
  largeBlob: Words(['preferred', 'required'], 'Whether to ask for large blobs; the browser claims it'),
  maxPasskeys: Type.Integer({
    minimum: 1,
    maximum: 1000,
    description: "Passkeys of one user at the relying party, beside the store's limit",
  }),
  exclude: Words(
    ['all', 'active', 'none'],
    "Which of the user's passkeys an authenticator must not hold already; absent for all",
  ),
  origins: Origins("Narrows the relying party's origins; none keeps them all"),
  topOrigins: Origins('Pages of other sites that may frame the ceremony'),
  leastChallengeBytes: Type.Integer({
    minimum: 16,
    maximum: 64,
    description: 'Shortest challenge that a caller may bring, in bytes; absent for 16',
  }),
  conditionalCreate: Type.Boolean({ description: 'Lets browsers make the passkey without a prompt' }),
  requireUserProof: Type.Boolean({
    description:
      'Whether a journey adds a passkey only to a user whom it made or whom its link invited; absent for true',
  }),
} as const;

type OptionalFields<Fields extends Record<string, TSchema>> = {
  readonly [Name in keyof Fields]: ReturnType<typeof Type.Optional<Fields[Name]>>;
};
type ClearableFields<Fields extends Record<string, TSchema>> = {
  readonly [Name in keyof Fields]: ReturnType<
    typeof Type.Optional<ReturnType<typeof Type.Union<[Fields[Name], ReturnType<typeof Type.Null>]>>>
  >;
};

/** Demands in a response: absent where nothing is demanded. */
export const shownDemands = each(Type.Optional) as OptionalFields<typeof demandFields>;

/** Demands in a request: absent leaves them, `null` clears. */
export const changedDemands = each((field) =>
  Type.Optional(
    Type.Union([field, Type.Null()], {
      description: `${(field as { description?: string }).description}; null clears it`,
    }),
  ),
) as unknown as ClearableFields<typeof demandFields>;

function each(wrap: (field: TSchema) => TSchema): Record<string, TSchema> {
  return Object.fromEntries(
    Object.entries<TSchema>(demandFields).map(([name, field]) => [name, wrap(field)]),
  );
}
