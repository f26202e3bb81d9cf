import type { Drawing, DrawnElement } from './drawing.ts';
import type { Manifest } from './manifest.ts';
import { designerWords } from './words.ts';

/** A boundary event that can be attached to an element by one act. */
export type BoundaryChoice = { readonly event: string; readonly label: string; readonly docs: string };

const { boundary } = designerWords;

/** The manifest of a task's activity. */
export const manifestOf = (
  manifests: readonly Manifest[],
  activity: DrawnElement['activity'],
): Manifest | undefined =>
  manifests.find(({ id, version }) => id === activity?.type && version === activity.version);

/** What can be attached to a task or sub-process and is not yet: what its activity declares, any error, a timer. */
export function boundaryChoices(
  drawing: Drawing,
  host: DrawnElement,
  manifests: readonly Manifest[],
): readonly BoundaryChoice[] {
  if (host.kind !== 'task' && host.kind !== 'sub-process') return [];
  const caught = new Set(
    Object.values(drawing.elements)
      .filter(({ attachedTo, trigger }) => attachedTo === host.id && trigger === 'error')
      .map(({ errorCode = '' }) => errorCode),
  );
  const declared = manifestOf(manifests, host.activity)?.boundaryEvents ?? [];
  return [
    ...declared
      .filter(({ code }) => !caught.has(code))
      .map(({ code, label, docs }) => ({ event: `error:${code}`, label, docs })),
    ...(caught.has('') ? [] : [{ event: 'error', ...boundary.any }]),
    { event: 'timer', ...boundary.timer },
  ];
}
