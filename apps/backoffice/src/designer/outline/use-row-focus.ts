import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Change } from '../change.ts';
import { useDesign } from '../editor/design.ts';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The keyboard in the outline: arrows go from step to step, and the focus follows what is added or removed. */
export function useRowFocus() {
  const { canvas, scene } = useDesign();
  const list = useRef<HTMLElement>(null);
  const wanted = useRef<string | number>(undefined);
  const rows = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? []),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are there once the scene is drawn.
  useEffect(() => {
    const row = wanted.current;
    if (row === undefined) return undefined;
    const shown = rows();
    const found = typeof row === 'number' ? shown.at(Math.min(row, shown.length - 1)) : byId(shown, row);
    if (!found && shown.length > 0) return undefined;
    wanted.current = undefined;
    // A menu that closes gives the focus back first.
    const timer = setTimeout(() => (found ?? list.current?.querySelector('button'))?.focus(), 50);
    return () => clearTimeout(timer);
  }, [scene]);
  const act = (change: Change): void => {
    const at = rows().findIndex((row) => row === document.activeElement || isOf(row, change));
    const made = canvas.change(change);
    wanted.current = change.kind === 'remove' ? Math.max(0, at) : made;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const shown = rows();
    const at = shown.indexOf(document.activeElement as HTMLElement);
    const step = steps[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    shown[step(at, shown.length - 1)]?.focus();
  };
  return { list, act, onKeyDown };
}

const byId = (rows: readonly HTMLElement[], id: string): HTMLElement | undefined =>
  rows.find(({ dataset }) => dataset.step === id);

const isOf = ({ dataset }: HTMLElement, change: Change): boolean =>
  change.kind === 'remove' && change.elements.includes(dataset.step ?? '');
