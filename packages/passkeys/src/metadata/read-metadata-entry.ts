import { readTrustAnchor } from '../certificates/trust-anchor.ts';
import { ensure, Fault } from '../fault.ts';
import type { MetadataEntry, StatusReport } from './metadata-blob.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads one entry; `undefined` for a model of UAF, which registers no passkeys. Throws a Fault. */
export function readMetadataEntry(value: unknown): MetadataEntry | undefined {
  const entry = objectOf(value, 'An entry');
  const keyIdentifiers = textsOf(entry.attestationCertificateKeyIdentifiers).map((one) => one.toLowerCase());
  const { aaguid } = entry;
  if (aaguid === undefined && keyIdentifiers.length === 0) return undefined;
  ensure(aaguid === undefined || isUuid(aaguid), 'An entry has an AAGUID that is none.');
  const statement = objectOf(entry.metadataStatement ?? {}, 'A metadata statement');
  const { description } = statement;
  return {
    ...(aaguid !== undefined && { aaguid: aaguid.toLowerCase() }),
    keyIdentifiers,
    statusReports: listOf(entry.statusReports).map(readStatusReport),
    ...(typeof description === 'string' && { description }),
    anchors: textsOf(statement.attestationRootCertificates).flatMap(readAnchor),
    attestationTypes: textsOf(statement.attestationTypes),
    algorithms: textsOf(statement.authenticationAlgorithms),
    keyProtection: textsOf(statement.keyProtection),
    userVerificationMethods: methodsOf(statement.userVerificationDetails),
  };
}

/** A status that cannot be read could be a revocation, so it refuses the BLOB. */
function readStatusReport(value: unknown): StatusReport {
  const report = objectOf(value, 'A status report');
  const { status, effectiveDate, certificate } = report;
  ensure(typeof status === 'string', 'A status report has no status.');
  return {
    status,
    ...(effectiveDate !== undefined && { effectiveFrom: dayOf(effectiveDate) }),
    ...(typeof certificate === 'string' && certificate !== '' && { certificate: derOf(certificate) }),
  };
}

/** The start of a day `YYYY-MM-DD` in UTC, in milliseconds since the epoch. Throws a Fault. */
export function dayOf(value: unknown): number {
  ensure(typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value), 'A day is not written YYYY-MM-DD.');
  const day = Date.parse(`${value}T00:00:00Z`);
  ensure(!Number.isNaN(day), 'A day does not exist.');
  return day;
}

/** An anchor that cannot be read is none: its model's attestations stay unanchored. */
function readAnchor(text: string): readonly Uint8Array[] {
  const der = derOf(text);
  try {
    readTrustAnchor(der);
    return [der];
  } catch (cause) {
    if (cause instanceof Fault) return [];
    throw cause;
  }
}

/** Base64, with the line breaks that some entries have. */
const derOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ''), 'base64'));

/** Every method of every combination, each once. */
function methodsOf(details: unknown): readonly string[] {
  const methods = listOf(details)
    .flatMap(listOf)
    .map((one) => objectOf(one, 'A user verification method').userVerificationMethod);
  return [...new Set(methods.filter((one): one is string => typeof one === 'string'))];
}

const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

function objectOf(value: unknown, name: string): JsonObject {
  ensure(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} is not an object.`);
  return value as JsonObject;
}

function listOf(value: unknown): readonly unknown[] {
  ensure(value === undefined || Array.isArray(value), 'A part of an entry is not a list.');
  return value ?? [];
}

const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string');
