import type { Certificate } from './read-certificate.ts';

const commonName = '2.5.4.3';

/** Whether a certificate is for that host: an alternative name, or without any, its common name. No wildcards. */
export function hasHost({ alternativeNames, subject }: Certificate, host: string): boolean {
  const { dnsNames } = alternativeNames;
  return (dnsNames.length > 0 ? dnsNames : (subject.get(commonName) ?? [])).includes(host);
}
