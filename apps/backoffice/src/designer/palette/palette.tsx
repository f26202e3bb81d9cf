import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useWorkbench } from '../editor/design.ts';
import { byGroup, type Entry, entriesOf } from '../entry.ts';
import { Icon } from '../icon.tsx';
import { screenWords } from '../screen-words.ts';
import classes from './palette.module.css';

/** The pointer has to move this far before a press becomes a drag. */
const dragDistance = 5;

/** Everything that can be put on the canvas, by group; dragged there, or added by a press. */
export const Palette = memo(function Palette() {
  const { manifests } = useWorkbench();
  const [text, setText] = useState('');
  const entries = useMemo(() => entriesOf(manifests), [manifests]);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ label, group, docs }) =>
    words.every((word) => `${label} ${group} ${docs}`.toLowerCase().includes(word)),
  );
  return (
    <nav className={classes.palette} aria-label={screenWords.palette}>
      <TextInput
        size="xs"
        aria-label={screenWords.paletteSearch}
        placeholder={screenWords.paletteSearch}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {byGroup(found).map(([group, list]) => (
        <section key={group} aria-label={group}>
          <h2 className={classes.group}>{group}</h2>
          <ul className={classes.list}>
            {list.map((entry) => (
              <li key={entry.id}>
                <PaletteButton entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className={classes.hint}>{screenWords.paletteNone}</p>}
      <p className={classes.hint}>{screenWords.paletteHint}</p>
    </nav>
  );
});

function PaletteButton({ entry }: { readonly entry: Entry }) {
  const { canvas } = useWorkbench();
  const pressed = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const wasDragged = useRef(false);
  const onMove = (event: PointerEvent): void => {
    const from = pressed.current;
    const [across, down] = [event.clientX - (from?.x ?? 0), event.clientY - (from?.y ?? 0)];
    if (!from || Math.hypot(across, down) < dragDistance) return;
    // A finger that goes up or down scrolls.
    if (event.pointerType === 'touch' && Math.abs(down) > Math.abs(across)) return;
    pressed.current = undefined;
    wasDragged.current = true;
    event.currentTarget.releasePointerCapture(event.pointerId);
    canvas.view({ kind: 'drag', entry: entry.id, event: event.nativeEvent });
  };
  const onClick = (): void => {
    if (wasDragged.current) return;
    const scene = canvas.scene();
    const chosen = scene.selected.length === 1 ? scene.drawing.elements[scene.selected[0] ?? ''] : undefined;
    const mayFollow = chosen && !['process', 'end', 'other'].includes(chosen.kind) && entry.id !== 'start';
    canvas.change(
      mayFollow ? { kind: 'append', element: chosen.id, entry: entry.id } : { kind: 'add', entry: entry.id },
    );
  };
  return (
    <UnstyledButton
      className={classes.entry}
      title={`${entry.label} – ${entry.docs}`}
      onPointerDown={(event) => {
        wasDragged.current = false;
        pressed.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        pressed.current = undefined;
      }}
      onClick={onClick}
    >
      <Icon icon={entry.icon} group={entry.group} />
      <span>{entry.label}</span>
    </UnstyledButton>
  );
}
