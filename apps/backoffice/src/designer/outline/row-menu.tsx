import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { common } from '../../words/common.ts';
import { boundaryChoices } from '../boundary-choice.ts';
import type { Change } from '../change.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { entriesOf, followersOf } from '../entry.ts';
import { targetsOf } from '../panel/outgoing-section.tsx';
import { firstField } from '../panel/panel.tsx';
import { replaceChoices } from '../replace-choice.ts';
import { designerWords } from '../words.ts';
import { type Choice, ChoiceMenu } from './choice-menu.tsx';
import { useLeadingMenu } from './use-leading-menu.ts';
import { outlineWords } from './words.ts';

type Props = {
  readonly element: DrawnElement;
  readonly name: string;
  /** Changes the diagram and leads the focus to what came of it. */
  readonly act: (change: Change) => void;
};

/** Everything that can be done with a step, each a list of its own. */
export function RowMenu({ element, name, ...props }: Props) {
  const { goTo } = useDesign();
  const { menu, act } = useLeadingMenu(props.act);
  const { append, attach, replace, connect } = useRowChoices(element, act);
  const label = common.actionsOf(name);
  return (
    <Menu width={230} position="bottom-end" {...menu}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" tabIndex={-1} aria-label={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item onClick={() => goTo(element.id, firstField)}>{outlineWords.settings}</Menu.Item>
        <ChoiceMenu label={designerWords.menus.append} choices={append} />
        <ChoiceMenu label={designerWords.menus.attach} choices={attach} />
        <ChoiceMenu label={designerWords.menus.replace} choices={replace} />
        <ChoiceMenu label={designerWords.menus.connect} choices={connect} />
        <Menu.Divider />
        <Menu.Item c="var(--lk-bad)" onClick={() => act({ kind: 'remove', elements: [element.id] })}>
          {designerWords.menus.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useRowChoices(element: DrawnElement, act: Props['act']) {
  const { scene, manifests } = useDesign();
  const { id, kind } = element;
  const entries = entriesOf(manifests);
  const following = kind === 'end' ? [] : followersOf(manifests);
  const targets = kind === 'end' ? [] : targetsOf(scene.drawing, element);
  const choice = (key: string, label: string, change: Change): Choice => ({
    key,
    label,
    choose: () => act(change),
  });
  return {
    append: following.map((one) => choice(one.id, one.label, { kind: 'append', element: id, entry: one.id })),
    attach: boundaryChoices(scene.drawing, element, manifests).map(({ event, label }) =>
      choice(event, label, { kind: 'attach', element: id, event }),
    ),
    replace: replaceChoices(element, entries).map((one) =>
      choice(one.id, one.label, { kind: 'replace', element: id, entry: one.id }),
    ),
    connect: targets.map(({ value, label }) =>
      choice(value, label, { kind: 'connect', element: id, target: value }),
    ),
  };
}
