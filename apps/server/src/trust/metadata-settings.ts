import { readFileSync } from 'node:fs';
import { defineProblems } from '@latchkey/kernel';
import { describeTrustAnchor } from '@latchkey/passkeys';
import type { Config } from '../config.ts';
import { fidoMetadataRoot, type MetadataSettings } from './trust-settings.ts';

const metadataSettingsProblems = defineProblems({
  'config.metadata-root-invalid': { title: 'The root of the metadata cannot be read.', status: 500 },
});

type Settings = Pick<
  Config,
  'metadata' | 'metadataRoot' | 'metadataHost' | 'metadataGraceDays' | 'revocationLists'
>;

const dayMs = 86_400_000;

/** Where metadata and revocations come from, by the configuration. Throws `config.metadata-root-invalid`. */
export function metadataSettings(config: Settings): MetadataSettings {
  return Object.freeze({
    ...(config.metadata !== undefined && { source: config.metadata }),
    root: config.metadataRoot === undefined ? fidoMetadataRoot() : rootIn(config.metadataRoot),
    host: config.metadataHost,
    graceMs: config.metadataGraceDays * dayMs,
    revocationLists: config.revocationLists,
  });
}

function rootIn(file: string): Uint8Array {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  const der = text.includes('-----BEGIN')
    ? Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64')
    : bytes;
  if (describeTrustAnchor(der)) return der;
  throw metadataSettingsProblems.create('config.metadata-root-invalid', {
    detail: 'LATCHKEY_METADATA_ROOT names a file that holds no certificate and no public key.',
  });
}
