import { ensure } from '../fault.ts';
import type { GeneralNames, NameForm } from './alternative-names.ts';
import { isBelowName } from './distinguished-name.ts';
import type { Certificate } from './read-certificate.ts';

const emailAddress = '1.2.840.113549.1.9.1';
const outside = 'A certificate has a name that an issuer does not permit.';

/** The forms whose constraints are judged; a constraint of another form counts as broken by any name of that form. */
const judged: ReadonlySet<NameForm> = new Set(['directoryName', 'dNSName']);

/** Judges the names of a certificate by what an issuer above it permits (RFC 5280 section 4.2.1.10). Throws a Fault. */
export function checkNameConstraints(certificate: Certificate, issuer: Certificate): void {
  if (!issuer.nameConstraints) return;
  const { permitted, excluded } = issuer.nameConstraints;
  const names = namesOf(certificate);
  ensureOtherForms(names, new Set([...permitted.forms, ...excluded.forms]));
  for (const name of names.directoryNames) {
    const isIn = (bases: GeneralNames): boolean =>
      bases.directoryNames.some((base) => isBelowName(name, base));
    ensure(isAllowed(isIn, permitted, excluded, 'directoryName'), outside);
  }
  for (const name of names.dnsNames) {
    const isIn = (bases: GeneralNames): boolean => bases.dnsNames.some((base) => isBelowDomain(name, base));
    ensure(isAllowed(isIn, permitted, excluded, 'dNSName'), outside);
  }
}

function ensureOtherForms(names: GeneralNames, constrained: ReadonlySet<NameForm>): void {
  for (const form of constrained) {
    ensure(judged.has(form) || !names.forms.has(form), `Constraints of the form ${form} are not supported.`);
  }
}

function isAllowed(
  isIn: (bases: GeneralNames) => boolean,
  permitted: GeneralNames,
  excluded: GeneralNames,
  form: NameForm,
): boolean {
  return !isIn(excluded) && (!permitted.forms.has(form) || isIn(permitted));
}

const isBelowDomain = (name: string, base: string): boolean =>
  base === '' || name === base || name.endsWith(base.startsWith('.') ? base : `.${base}`);

/** Subject and alternative names; an address in the subject counts as one of the form rfc822Name. */
function namesOf({ subjectName, subject, alternativeNames }: Certificate): GeneralNames {
  const hasSubject = subjectName.parts.length > 0;
  const forms = new Set(alternativeNames.forms);
  if (subject.has(emailAddress)) forms.add('rfc822Name');
  return {
    directoryNames: [...(hasSubject ? [subjectName] : []), ...alternativeNames.directoryNames],
    dnsNames: alternativeNames.dnsNames,
    forms,
  };
}
