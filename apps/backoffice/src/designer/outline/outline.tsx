import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { manifestOf } from '../boundary-choice.ts';
import type { Change } from '../change.ts';
import { useDesign, useWorkbench } from '../editor/design.ts';
import { entriesOf } from '../entry.ts';
import { Icon } from '../icon.tsx';
import { nameOf } from '../panel/outgoing-section.tsx';
import { firstField } from '../panel/panel.tsx';
import { panelWords } from '../panel/words.ts';
import { isError } from '../problems/fault.ts';
import { designerWords } from '../words.ts';
import classes from './outline.module.css';
import { type OutlineItem, outlineOf } from './outline-of.ts';
import { RowMenu } from './row-menu.tsx';
import { useLeadingMenu } from './use-leading-menu.ts';
import { useRowFocus } from './use-row-focus.ts';
import { outlineWords } from './words.ts';

const keysId = 'outline-keys';

type Act = (change: Change) => void;

/** The diagram as an ordered list: read, built and changed by keyboard; the panel is the same. */
export function Outline() {
  const { scene } = useDesign();
  const { list, act, onKeyDown } = useRowFocus();
  const items = outlineOf(scene.drawing);
  return (
    <section className={classes.outline} aria-label={outlineWords.title} ref={list}>
      <header className={classes.head}>
        <h2>{outlineWords.count(items.length)}</h2>
        <AddMenu act={act} />
      </header>
      {items.length === 0 ? (
        <div className={classes.empty}>
          <strong>{outlineWords.emptyTitle}</strong>
          <p>{outlineWords.emptyText}</p>
        </div>
      ) : (
        <ol onKeyDown={onKeyDown} aria-describedby={keysId}>
          {items.map((item) => (
            <Row key={item.element.id} item={item} act={act} />
          ))}
        </ol>
      )}
      <p className={classes.hint} id={keysId}>
        {outlineWords.keys}
      </p>
    </section>
  );
}

function AddMenu(props: { readonly act: Act }) {
  const { manifests } = useWorkbench();
  const { menu, act } = useLeadingMenu(props.act);
  return (
    <Menu width={260} position="bottom-end" {...menu}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={designerWords.menus.add}>
          <IconPlus size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={designerWords.menus.add} className={classes.choices ?? ''}>
        {entriesOf(manifests).map((entry) => (
          <Menu.Item key={entry.id} onClick={() => act({ kind: 'add', entry: entry.id })}>
            {entry.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Row({ item: { element, depth, leadsTo }, act }: { readonly item: OutlineItem; readonly act: Act }) {
  const { scene, manifests, goTo } = useDesign();
  const manifest = manifestOf(manifests, element.activity);
  const name = nameOf(scene.drawing, element.id);
  const kind = manifest?.label ?? panelWords.kinds[element.kind];
  const isChosen = scene.selected.includes(element.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') act({ kind: 'remove', elements: [element.id] });
    if (event.key !== 'Enter') return;
    event.preventDefault();
    goTo(element.id, firstField);
  };
  return (
    <li
      className={classes.row}
      data-row
      style={{ '--depth': depth } as never}
      data-chosen={isChosen || undefined}
    >
      <UnstyledButton
        className={classes.step}
        data-step={element.id}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => goTo(element.id)}
        onKeyDown={onKeyDown}
      >
        <Icon icon={manifest?.icon ?? element.kind} group={manifest?.group ?? 'Flow'} />
        <span>
          <strong>{name}</strong>
          {kind !== name && <span className={classes.kind}>{kind}</span>}
        </span>
        <RowFinding id={element.id} isChosen={isChosen} />
      </UnstyledButton>
      <RowMenu element={element} name={name} act={act} />
      <Flows leadsTo={leadsTo} act={act} />
    </li>
  );
}

function RowFinding({ id, isChosen }: { readonly id: string; readonly isChosen: boolean }) {
  const { faults, told } = useDesign();
  const here = (isChosen ? told : faults).filter(({ element }) => element === id);
  if (here.length === 0) return null;
  const isFaulty = here.some(isError);
  return (
    <span className={isFaulty ? classes.faulty : classes.warned}>
      {isFaulty ? outlineWords.hasProblem : outlineWords.hasWarning}
    </span>
  );
}

function Flows({ leadsTo, act }: Pick<OutlineItem, 'leadsTo'> & { readonly act: Act }) {
  const { scene, goTo } = useDesign();
  if (leadsTo.length === 0) return null;
  return (
    <ul className={classes.next}>
      {leadsTo.map(({ flow, target }) => (
        <li key={flow.id}>
          <UnstyledButton
            className={classes.flow}
            data-step={flow.id}
            tabIndex={-1}
            aria-current={scene.selected.includes(flow.id) ? 'true' : undefined}
            onClick={() => goTo(flow.id, firstField)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') act({ kind: 'remove', elements: [flow.id] });
            }}
          >
            {outlineWords.leadsTo(nameOf(scene.drawing, target.id))}
            {flow.condition !== undefined && <code>{` ${outlineWords.condition(flow.condition)}`}</code>}
            {flow.isDefault && ` ${outlineWords.isDefault}`}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
