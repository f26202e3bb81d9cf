import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Problem } from '@latchkey/kernel';
import type { ClientRequest } from '@latchkey/passkeys';
import {
  createSoftAuthenticator,
  type SoftAuthenticator,
  type SoftAuthenticatorOptions,
} from '@latchkey/passkeys/soft-authenticator';

/** How an authenticator is, as its file keeps it. */
export type AuthenticatorOptions = Pick<SoftAuthenticatorOptions, 'attestation' | 'attachment' | 'flags'> & {
  /** A UUID. */
  readonly aaguid?: string;
};

type Kept = {
  readonly seed: string;
  readonly options: AuthenticatorOptions;
  /** What its passkeys were made for, in order: the seed and these make them again. */
  readonly made: readonly ClientRequest[];
};

/** The file that is meant without `--file`. */
export const defaultFile = 'authenticator.json';

/** An authenticator out of its file, which a new passkey goes to. */
export type FileAuthenticator = SoftAuthenticator & {
  readonly options: AuthenticatorOptions;
  /** Keeps a passkey that was made; the file holds its key, so that it is for tests alone. */
  readonly keep: (request: ClientRequest) => void;
};

/**
 * Opens an authenticator; a file that is not there is a new one of these options. A file's own options stay. Throws the
 * Problem `authenticator.file-invalid`.
 */
export function openAuthenticator(file = defaultFile, options: AuthenticatorOptions = {}): FileAuthenticator {
  const kept = existsSync(file) ? readKept(file) : { seed: randomUUID(), options, made: [] };
  const { aaguid, ...others } = kept.options;
  const soft = createSoftAuthenticator({
    seed: kept.seed,
    ...others,
    ...(aaguid !== undefined && { aaguid: Buffer.from(aaguid.replaceAll('-', ''), 'hex') }),
  });
  for (const request of kept.made) soft.createCredential(request, { origin: `https://${request.rp.id}` });
  return {
    ...soft,
    options: kept.options,
    keep: (request) => {
      const next: Kept = { ...kept, made: [...kept.made, { ...request, excludeCredentials: [] }] };
      writeFileSync(file, `${JSON.stringify(next, undefined, 2)}\n`, { mode: 0o600 });
    },
  };
}

function readKept(file: string): Kept {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (typeof kept.seed === 'string' && Array.isArray(kept.made)) return kept;
  } catch {
    // Said below.
  }
  throw new Problem('authenticator.file-invalid', { title: `${file} holds no authenticator.`, status: 400 });
}
