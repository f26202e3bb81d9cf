import type { Manifest } from './manifest.ts';
import { designerWords } from './words.ts';

/** Something that the palette and the menus offer to put on the canvas. */
export type Entry = {
  /** `activity:addUser@1`, or the id of a basic one. */
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly icon: string;
  readonly docs: string;
};

const { entries, groups } = designerWords;

const basic = (id: keyof typeof entries, group: string, icon: string): Entry => ({
  id,
  group,
  icon,
  ...entries[id],
});

/** What every process is made of, beside activities. */
export const basicEntries: readonly Entry[] = Object.freeze([
  basic('start', groups.events, 'start'),
  basic('end', groups.events, 'end'),
  basic('end-error', groups.events, 'end-error'),
  basic('end-terminate', groups.events, 'end-terminate'),
  basic('timer', groups.events, 'timer'),
  basic('exclusive', groups.flow, 'exclusive'),
  basic('parallel', groups.flow, 'parallel'),
  basic('inclusive', groups.flow, 'inclusive'),
  basic('sub-process', groups.flow, 'sub-process'),
]);

export const activityEntryId = ({ id, version }: Pick<Manifest, 'id' | 'version'>): string =>
  `activity:${id}@${version}`;

/**
 * Everything on offer: events first, where every drawing begins; then activities, each in its newest version; then what
 * leads the flow.
 */
export function entriesOf(manifests: readonly Manifest[]): readonly Entry[] {
  const newest = manifests.filter(
    (one) => !manifests.some(({ id, version }) => id === one.id && version > one.version),
  );
  const activities = newest.map((one) => ({
    id: activityEntryId(one),
    label: one.label,
    group: one.group,
    icon: one.icon,
    docs: one.docs,
  }));
  return [
    ...basicEntries.filter(isEvent),
    ...activities.toSorted((a, b) => a.group.localeCompare(b.group)),
    ...basicEntries.filter((entry) => !isEvent(entry)),
  ];
}

/** What may come after an element: what is done next stands before the ends. */
export function followersOf(manifests: readonly Manifest[]): readonly Entry[] {
  const entries = entriesOf(manifests).filter(({ id }) => id !== 'start');
  return [...entries.filter((entry) => !isEvent(entry)), ...entries.filter(isEvent)];
}

const isEvent = ({ group }: Entry): boolean => group === groups.events;

/** The entries by group, in the order in which the groups first appear. */
export const byGroup = (list: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] => [
  ...Map.groupBy(list, ({ group }) => group),
];
