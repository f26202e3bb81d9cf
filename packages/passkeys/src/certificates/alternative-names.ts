import type { GeneralName } from '@peculiar/asn1-x509';
import { ensure } from '../fault.ts';
import { type DistinguishedName, distinguishedNameOf } from './distinguished-name.ts';

/** The forms of a GeneralName (RFC 5280 section 4.2.1.6), by the library's names. */
export const nameForms = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
] as const;

export type NameForm = (typeof nameForms)[number];

/** Names of several forms: the two that can be constrained here, and which others there are. */
export type GeneralNames = {
  readonly directoryNames: readonly DistinguishedName[];
  /** In lower case. */
  readonly dnsNames: readonly string[];
  readonly forms: ReadonlySet<NameForm>;
};

export const noNames: GeneralNames = { directoryNames: [], dnsNames: [], forms: new Set() };

/** Every name is compared with every constraint, so neither may be many. */
const maxNames = 128;

/** Sorts names by their form. Throws a Fault when there are more than 128. */
export function generalNamesOf(names: readonly GeneralName[]): GeneralNames {
  ensure(names.length <= maxNames, 'A certificate has too many names.');
  return {
    directoryNames: names.flatMap(({ directoryName }) =>
      directoryName ? [distinguishedNameOf(directoryName)] : [],
    ),
    dnsNames: names.flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName.toLowerCase()])),
    forms: new Set(names.flatMap((name) => nameForms.filter((form) => name[form] !== undefined))),
  };
}
