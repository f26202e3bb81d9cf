import {
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
} from '@peculiar/asn1-x509';
import { ensure } from '../fault.ts';
import type { Certificate } from './read-certificate.ts';

/** What is understood. Policy mappings, policy constraints and the like are not: critical ones refuse the path. */
const understood: ReadonlySet<string> = new Set([
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
]);

/** id-qt-cps and id-qt-unotice: texts for people. */
const knownQualifiers: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2']);

/** Throws a Fault when a certificate has a critical extension that is not understood (RFC 5280 section 4.2). */
export function ensureCriticalExtensions({ extensions, policyQualifiers }: Certificate): void {
  for (const [id, { isCritical }] of extensions) {
    ensure(!isCritical || understood.has(id), `The critical extension ${id} is not supported.`);
  }
  const isPolicyCritical = extensions.get(id_ce_certificatePolicies)?.isCritical === true;
  ensure(
    !isPolicyCritical || policyQualifiers.every((id) => knownQualifiers.has(id)),
    'A critical policy has qualifiers that are not supported.',
  );
}
