import { hash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { defineProblems } from '@latchkey/kernel';
import type { Config } from './config.ts';
import { type MetadataSettings, rootIn } from './trust/trust-settings.ts';

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
    root: config.metadataRoot === undefined ? fidoMetadataRoot() : rootOf(config.metadataRoot),
    host: config.metadataHost,
    graceMs: config.metadataGraceDays * dayMs,
    revocationLists: config.revocationLists,
  });
}

function rootOf(file: string): Uint8Array {
  const root = rootIn(readFileSync(file));
  if (root) return root;
  throw metadataSettingsProblems.create('config.metadata-root-invalid', {
    detail: 'LATCHKEY_METADATA_ROOT names a file that holds no certificate and no public key.',
  });
}

/** GlobalSign Root CA - R3, which the FIDO Metadata Service stands under. */
const fidoRoot = 'cbb522d7b7f127ad6a0113865bdf1cd4102e7d0759af635a7cf4720dc963c53b';

/** The root of the FIDO Metadata Service, as this runtime holds it. */
function fidoMetadataRoot(): Uint8Array {
  const certificates = rootCertificates.map((pem) => new X509Certificate(pem).raw);
  const root = certificates.find((der) => hash('sha256', der) === fidoRoot);
  if (!root) throw new Error('This runtime does not hold the root of the FIDO Metadata Service.');
  return root;
}
