import { isSigned, type Parts, type RealMutation } from './parts.ts';

const latin = (parts: Parts): string => Buffer.from(parts.clientData).toString('latin1');

const rewritten =
  (change: (text: string) => string) =>
  (parts: Parts): Parts => ({
    ...parts,
    clientData: new Uint8Array(Buffer.from(change(latin(parts)), 'latin1')),
  });

const always = (code: string) => (): RegExp => new RegExp(`^passkey\\.${code} at`);

/** Where nothing is signed, client data that still agree are believed. */
const whereSigned = (parts: Parts): RegExp =>
  isSigned(parts) ? /^passkey\.attestation-invalid at 7\.1 step 22$/ : /^none$/;

const malformed = always('client-data-malformed');

/** Every change of client data. */
export const clientDataMutations: readonly RealMutation[] = [
  { name: 'spaces after it', change: rewritten((text) => `${text} `), ends: whereSigned },
  {
    name: 'one more member',
    change: rewritten((text) => text.replace(/\}\s*$/, ',"x":1}')),
    ends: whereSigned,
  },
  {
    name: 'another challenge',
    change: rewritten((text) => text.replace(/("challenge"\s*:\s*")./, (_all, before) => `${before}_`)),
    ends: (parts: Parts) =>
      /"challenge"\s*:\s*"_/.test(latin(parts)) ? /./ : /^passkey\.challenge-mismatch at/,
  },
  {
    name: 'another origin',
    change: rewritten((text) => text.replace(/("origin"\s*:\s*"[^"]*)"/, '$1.evil"')),
    ends: always('origin-not-allowed'),
  },
  {
    name: 'another type',
    change: rewritten((text) => text.replace('webauthn.create', 'webauthn.get')),
    ends: always('type-mismatch'),
  },
  { name: 'cut', change: rewritten((text) => text.slice(0, -1)), ends: malformed },
  { name: 'nothing', change: rewritten(() => ''), ends: malformed },
  { name: 'a byte order mark', change: rewritten((text) => `\xef\xbb\xbf${text}`), ends: malformed },
  {
    name: 'a broken byte',
    change: rewritten((text) => text.replace('create', 'cre\xffte')),
    ends: malformed,
  },
  { name: 'a type twice', change: rewritten((text) => text.replace('{', '{"type":"x",')), ends: malformed },
].map((one) => ({ ...one, name: `client data: ${one.name}` }));
