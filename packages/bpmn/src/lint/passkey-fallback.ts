import type { Definition, Node, Task } from '@latchkey/engine';
import { nameOf } from '../check/graph.ts';
import { manifestOf } from '../manifest.ts';
import { type LintRule, tasksOf } from './lint-rule.ts';

const cancelled = 'passkey.cancelled';

/** Whoever cannot or will not make a passkey has a way on: without one the page has no “Not now”. */
export const passkeyFallback: LintRule = ({ definition, manifests }) =>
  tasksOf(definition)
    .filter(({ activity }) =>
      manifestOf(manifests, activity)?.boundaryEvents.some(({ code }) => code === cancelled),
    )
    .filter((task) => !isCaught(definition, task))
    .map((task) => ({
      element: task.id,
      rule: 'passkey-without-fallback',
      problem: `Whoever cannot make a passkey is stuck at ${nameOf(task)}.`,
      repair: 'Attach “User cancelled” to it and lead it to another way, such as trying again.',
    }));

/** Caught at the step itself, or at a sub-process round it. */
function isCaught(definition: Definition, task: Task): boolean {
  const events = Object.values(definition.nodes).filter((node) => node.kind === 'boundary');
  for (let at: Node | undefined = task; at; at = definition.nodes[at.scope ?? '']) {
    const { id } = at;
    const catches = events.some(
      ({ attachedTo, trigger }) =>
        attachedTo === id && trigger.kind === 'error' && (trigger.errorCode ?? cancelled) === cancelled,
    );
    if (catches) return true;
  }
  return false;
}
