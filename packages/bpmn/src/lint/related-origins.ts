import { type LintRule, tasksOf } from './lint-rule.ts';
import { relyingPartyOf } from './named-settings.ts';

/** Browsers look at no more labels of related origins than this (WebAuthn Level 3 section 5.11.1). */
const most = 5;

/** A relying party’s related origins have few enough names for every browser to look at them all. */
export const relatedOrigins: LintRule = (subject) =>
  tasksOf(subject.definition).flatMap((task) => {
    const party = relyingPartyOf(subject, task);
    const labels = new Set(party?.relatedOrigins.flatMap((origin) => labelOf(origin) ?? []));
    if (!party || labels.size <= most) return [];
    return [
      {
        element: task.id,
        rule: 'related-origins-many',
        problem: `The related origins of "${party.relyingPartyId}" have ${labels.size} different names; browsers look at the first ${most}.`,
        repair: 'Take origins out of the relying party, or serve them below fewer domains.',
        property: 'relyingPartyId',
      },
    ];
  });

/** Second levels below which the registries of many countries register names. */
const registries: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'govt',
  'ltd',
  'me',
  'net',
  'nom',
  'or',
  'org',
  'plc',
]);

/** The name by which an origin counts: the first label of its registrable domain, by the usual registries. */
export function labelOf(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined;
  const labels = new URL(origin).hostname.split('.');
  const [top = '', second = ''] = labels.toReversed();
  const isBelowRegistry = top.length === 2 && registries.has(second) && labels.length > 2;
  return labels.at(isBelowRegistry ? -3 : -2) ?? labels[0];
}
