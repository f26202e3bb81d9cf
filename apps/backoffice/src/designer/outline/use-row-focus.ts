import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Change } from '../change.ts';
import { useDesign } from '../editor/design.ts';

type Move = {
  /** Along the row: its step, its actions, where it leads; else from step to step. */
  readonly isAlong?: true;
  readonly to: (at: number, last: number) => number;
};

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: { to: (at, last) => Math.min(at + 1, last) },
  ArrowUp: { to: (at) => Math.max(at - 1, 0) },
  Home: { to: () => 0 },
  End: { to: (_, last) => last },
  ArrowRight: { isAlong: true, to: (at, last) => Math.min(at + 1, last) },
  ArrowLeft: { isAlong: true, to: (at) => Math.max(at - 1, 0) },
};

/**
 * The keyboard in the outline: Tab comes to the step of a row, arrows go from row to row and along a row, and the focus
 * follows what is added or removed.
 */
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
    if (row === undefined) return;
    const shown = rows();
    const found = typeof row === 'number' ? shown.at(Math.min(row, shown.length - 1)) : byId(shown, row);
    if (!found && shown.length > 0) return;
    wanted.current = undefined;
    focusOnceMenusAreGone(found ?? list.current?.querySelector('button'));
  }, [scene]);
  const act = (change: Change): void => {
    const at = rows().findIndex((row) => row === document.activeElement || isOf(row, change));
    const made = canvas.change(change);
    wanted.current = change.kind === 'remove' ? Math.max(0, at) : made;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    const here = document.activeElement as HTMLElement;
    // For React a menu that is open lies in its row; its arrows are its own, also before it has the focus.
    const row = here.closest('[data-row]');
    if (!move || !row || here.ariaExpanded === 'true') return;
    event.preventDefault();
    const all = move.isAlong ? buttonsIn(row) : [...event.currentTarget.children].flatMap(stepOf);
    const at = move.isAlong ? all.indexOf(here) : all.findIndex((one) => row.contains(one));
    all[move.to(at, all.length - 1)]?.focus();
  };
  return { list, act, onKeyDown };
}

const buttonsIn = (row: Element): readonly HTMLElement[] => [...row.querySelectorAll('button')];
const stepOf = (row: Element): readonly HTMLElement[] => buttonsIn(row).slice(0, 1);

/** A menu that is still closing would take the focus with it. */
function focusOnceMenusAreGone(goal: HTMLElement | null | undefined): void {
  if (document.querySelector('[role="menu"]')) requestAnimationFrame(() => focusOnceMenusAreGone(goal));
  else goal?.focus();
}

const byId = (rows: readonly HTMLElement[], id: string): HTMLElement | undefined =>
  rows.find(({ dataset }) => dataset.step === id);

const isOf = ({ dataset }: HTMLElement, change: Change): boolean =>
  change.kind === 'remove' && change.elements.includes(dataset.step ?? '');
