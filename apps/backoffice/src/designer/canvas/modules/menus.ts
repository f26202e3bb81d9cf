import { boundaryChoices } from '../../boundary-choice.ts';
import type { Change } from '../../change.ts';
import type { Drawing } from '../../drawing.ts';
import { type Entry, entriesOf, followersOf } from '../../entry.ts';
import { iconSvg } from '../../icons.ts';
import type { Manifest } from '../../manifest.ts';
import { replaceChoices } from '../../replace-choice.ts';
import { designerWords } from '../../words.ts';
import { mayStandOnFlow } from '../changes/insert.ts';
import type { Ask, Point, Shape } from '../services.ts';

/** What the menus of the canvas work with. */
export type MenuNeeds = {
  readonly ask: Ask;
  readonly manifests: readonly Manifest[];
  readonly drawing: () => Drawing;
  readonly change: (change: Change) => void;
};

export type MenuName = 'append' | 'insert' | 'replace' | 'attach' | 'add';

type MenuEntry = {
  readonly label: string;
  readonly description: string;
  readonly search: string;
  readonly imageHtml: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly action: () => void;
};

/** Registers the menus that offer activities, events and boundary events by name. */
export function installMenus(needs: MenuNeeds): void {
  const { ask, manifests, change } = needs;
  const entries = entriesOf(manifests);
  const menus: Readonly<Record<MenuName, (target: Shape) => readonly (readonly [string, MenuEntry])[]>> = {
    append: ({ id: element }) =>
      followersOf(manifests).map((entry) =>
        toMenu(entry, () => change({ kind: 'append', element, entry: entry.id })),
      ),
    insert: ({ id: element }) =>
      followersOf(manifests)
        .filter(({ id }) => mayStandOnFlow(id))
        .map((entry) => toMenu(entry, () => change({ kind: 'append', element, entry: entry.id }))),
    add: () => entries.map((entry) => toMenu(entry, () => change({ kind: 'add', entry: entry.id }))),
    replace: ({ id: element }) => {
      const drawn = needs.drawing().elements[element];
      return (drawn ? replaceChoices(drawn, entries) : []).map((entry) =>
        toMenu(entry, () => change({ kind: 'replace', element, entry: entry.id })),
      );
    },
    attach: (target) => attachments(needs, target),
  };
  for (const [name, list] of Object.entries(menus))
    ask('popupMenu').registerProvider(`latchkey-${name}`, {
      getPopupMenuEntries: (target: Shape | readonly Shape[]) =>
        Object.fromEntries(list((Array.isArray(target) ? target[0] : target) as Shape)),
    });
}

/** Opens one of them, by default beside the element. */
export function openMenu(ask: Ask, name: MenuName, target: Shape, at: Point): void {
  ask('popupMenu').open(
    target,
    `latchkey-${name}`,
    { ...at, cursor: at },
    {
      title: designerWords.menus[name],
      width: 320,
      search: true,
    },
  );
}

function attachments({ drawing, manifests, change }: MenuNeeds, { id: element }: Shape) {
  const host = drawing().elements[element];
  const choices = host ? boundaryChoices(drawing(), host, manifests) : [];
  return choices.map(({ event, label, docs }) =>
    toMenu(
      {
        id: event,
        label,
        docs,
        group: designerWords.menus.attach,
        icon: event === 'timer' ? 'timer' : 'boundary',
      },
      () => change({ kind: 'attach', element, event }),
    ),
  );
}

const toMenu = ({ id, label, docs, group, icon }: Entry, action: () => void) =>
  [
    id,
    {
      label,
      description: docs,
      search: `${label} ${docs} ${group}`,
      imageHtml: iconSvg(icon),
      group: { id: group, name: group },
      action,
    },
  ] as const;
