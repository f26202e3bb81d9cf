import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { boundaryChoices, manifestOf } from '../boundary-choice.ts';
import { useDesign } from '../editor/design.ts';
import { entriesOf } from '../entry.ts';
import { Icon } from '../icon.tsx';
import { nameOf, targetsOf } from '../panel/outgoing-section.tsx';
import { panelWords } from '../panel/words.ts';
import { designerWords } from '../words.ts';
import classes from './outline.module.css';
import { type OutlineItem, outlineOf } from './outline-of.ts';

/** The diagram as an ordered list: read, chosen and changed by keyboard; the panel is the same. */
export function Outline() {
  const { scene } = useDesign();
  const items = outlineOf(scene.drawing);
  return (
    <section className={classes.outline} aria-label="Outline">
      <header className={classes.head}>
        <h2>{`${panelWords.stepCount}: ${items.length}`}</h2>
        <AddMenu />
      </header>
      <ol>
        {items.map((item) => (
          <Row key={item.element.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function AddMenu() {
  const { canvas, manifests } = useDesign();
  return (
    <Menu width={260}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={designerWords.menus.add}>
          <IconPlus size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={designerWords.menus.add} mah={420} style={{ overflowY: 'auto' }}>
        {entriesOf(manifests).map((entry) => (
          <Menu.Item key={entry.id} onClick={() => canvas.change({ kind: 'add', entry: entry.id })}>
            {entry.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Row({ item: { element, depth, leadsTo } }: { readonly item: OutlineItem }) {
  const { canvas, scene, manifests, faults, goTo } = useDesign();
  const manifest = manifestOf(manifests, element.activity);
  const name = nameOf(scene.drawing, element.id);
  const kind = manifest?.label ?? panelWords.kinds[element.kind];
  const isFaulty = faults.some((fault) => fault.element === element.id);
  const isChosen = scene.selected.includes(element.id);
  return (
    <li className={classes.row} style={{ '--depth': depth } as never} data-chosen={isChosen || undefined}>
      <UnstyledButton
        className={classes.step}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => goTo(element.id)}
        onKeyDown={(event) => {
          if (event.key !== 'Delete') return;
          canvas.change({ kind: 'remove', elements: [element.id] });
        }}
      >
        <Icon icon={manifest?.icon ?? element.kind} group={manifest?.group ?? 'Flow'} />
        <span>
          <strong>{name}</strong>
          {kind !== name && <span className={classes.kind}>{kind}</span>}
        </span>
        {isFaulty && <span className={classes.faulty}>has a problem</span>}
      </UnstyledButton>
      <RowMenu element={element.id} name={name} />
      {leadsTo.length > 0 && (
        <ul className={classes.next}>
          {leadsTo.map(({ flow, target }) => (
            <li key={flow.id}>
              <UnstyledButton className={classes.flow} onClick={() => goTo(flow.id)}>
                {`then ${nameOf(scene.drawing, target.id)}`}
                {flow.condition !== undefined && <code>{` if ${flow.condition}`}</code>}
                {flow.isDefault && ' (default)'}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function RowMenu({ element: id, name }: { readonly element: string; readonly name: string }) {
  const { canvas, scene, manifests } = useDesign();
  const element = scene.drawing.elements[id];
  if (!element) return null;
  const isEnd = element.kind === 'end';
  const choices = boundaryChoices(scene.drawing, element, manifests);
  const label = `Actions for ${name}`;
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label} mah={460} style={{ overflowY: 'auto' }}>
        {!isEnd && <Menu.Label>{designerWords.menus.append}</Menu.Label>}
        {!isEnd &&
          entriesOf(manifests)
            .filter((entry) => entry.id !== 'start')
            .map((entry) => (
              <Menu.Item
                key={entry.id}
                onClick={() => canvas.change({ kind: 'append', element: id, entry: entry.id })}
              >
                {entry.label}
              </Menu.Item>
            ))}
        {choices.length > 0 && <Menu.Label>{designerWords.menus.attach}</Menu.Label>}
        {choices.map((choice) => (
          <Menu.Item
            key={choice.event}
            onClick={() => canvas.change({ kind: 'attach', element: id, event: choice.event })}
          >
            {choice.label}
          </Menu.Item>
        ))}
        {!isEnd && <Menu.Label>{designerWords.menus.connect}</Menu.Label>}
        {!isEnd &&
          targetsOf(scene.drawing, element).map((target) => (
            <Menu.Item
              key={target.value}
              onClick={() => canvas.change({ kind: 'connect', element: id, target: target.value })}
            >
              {target.label}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => canvas.change({ kind: 'remove', elements: [id] })}>
          {designerWords.menus.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
