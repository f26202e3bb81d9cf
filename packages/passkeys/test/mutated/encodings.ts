import { toBase64url } from '@latchkey/kernel';
import type { Parts, RealMutation } from './parts.ts';

const finished =
  (finish: (object: Uint8Array) => Uint8Array) =>
  (parts: Parts): Parts => ({ ...parts, finish });

const always = (code: string) => (): RegExp => new RegExp(`^passkey\\.(${code}) at`);
const malformed = always('attestation-malformed');

const object: readonly RealMutation[] = [
  { name: 'a byte after it', change: finished((bytes) => new Uint8Array([...bytes, 0])), ends: malformed },
  { name: 'a byte short', change: finished((bytes) => bytes.slice(0, -1)), ends: malformed },
  { name: 'nothing', change: finished(() => new Uint8Array()), ends: malformed },
  {
    name: 'a member twice',
    change: finished((bytes) => new Uint8Array([0xa4, ...bytes.slice(1), 0x63, 0x66, 0x6d, 0x74, 0x60])),
    ends: malformed,
  },
  {
    name: 'one more member',
    change: finished((bytes) => new Uint8Array([0xa4, ...bytes.slice(1), 0x61, 0x78, 0xf5])),
    ends: malformed,
  },
  {
    name: 'of indefinite length',
    change: finished((bytes) => new Uint8Array([0xbf, ...bytes.slice(1), 0xff])),
    ends: malformed,
  },
  {
    name: 'with a long length',
    change: finished((bytes) => new Uint8Array([0xb8, 3, ...bytes.slice(1)])),
    ends: malformed,
  },
  { name: 'with a tag', change: finished((bytes) => new Uint8Array([0xc2, ...bytes])), ends: malformed },
  { name: 'a list', change: finished((bytes) => new Uint8Array([0x83, ...bytes.slice(1)])), ends: malformed },
].map((one) => ({ ...one, name: `attestation object: ${one.name}` }));

const formats = [
  'none',
  'packed',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
  'x',
  '',
];

const renamed = formats.map(
  (format): RealMutation => ({
    name: `attestation object: the format "${format}"`,
    change: (parts) => (parts.format === format ? undefined : { ...parts, format }),
    ends: always('attestation-invalid|attestation-malformed|attestation-format-unsupported'),
  }),
);

const answer: readonly RealMutation[] = [
  {
    name: 'answer: another id',
    change: (parts) => {
      const id = toBase64url(new Uint8Array(Buffer.from(parts.json.id, 'base64url')).map((byte) => byte ^ 1));
      return { ...parts, json: { ...parts.json, id, rawId: id } };
    },
    ends: always('credential-id-mismatch'),
  },
  {
    name: 'answer: a padded id',
    change: (parts) => ({
      ...parts,
      json: { ...parts.json, id: `${parts.json.id}=`, rawId: `${parts.json.id}=` },
    }),
    ends: always('response-malformed'),
  },
  {
    name: 'answer: an algorithm that was not offered',
    change: (parts) => ({ ...parts, asked: { ...parts.asked, algorithms: [] } }),
    ends: always('algorithm-not-allowed'),
  },
  {
    name: 'answer: another relying party',
    change: (parts) => ({ ...parts, asked: { ...parts.asked, rpId: 'other.test' } }),
    ends: always('relying-party-mismatch'),
  },
];

/** Every change of how the answer is written. */
export const encodingMutations: readonly RealMutation[] = [...object, ...renamed, ...answer];
