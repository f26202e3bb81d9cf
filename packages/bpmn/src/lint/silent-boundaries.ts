import type { BoundaryEvent, Definition, Node } from '@latchkey/engine';
import { nameOf } from '../check/graph.ts';
import { manifestOf } from '../manifest.ts';
import type { LintRule, Subject } from './lint-rule.ts';

/** Every boundary event can be triggered: a timer where something waits, a code that something raises. */
export const silentBoundaries: LintRule = (subject) =>
  Object.values(subject.definition.nodes)
    .filter((node) => node.kind === 'boundary')
    .flatMap((event) => {
      const host = subject.definition.nodes[event.attachedTo];
      return host ? silent(event, host, subject) : [];
    });

function silent(event: BoundaryEvent, host: Node, subject: Subject) {
  const inside = host.kind === 'sub-process' ? within(subject.definition, host.id) : [host];
  if (event.trigger.kind === 'timer')
    return inside.some((node) => rests(node, subject))
      ? []
      : [
          {
            element: event.id,
            rule: 'boundary-never-triggered',
            problem: `${nameOf(host)} does not wait for anybody: the timer ${nameOf(event)} has nothing to interrupt.`,
            repair: 'Attach it to a step that waits, or remove it.',
            property: 'timer',
          },
        ];
  const { errorCode } = event.trigger;
  if (host.kind !== 'sub-process' || errorCode === undefined) return [];
  return inside.some((node) => raises(node, errorCode, subject))
    ? []
    : [
        {
          element: event.id,
          rule: 'boundary-never-triggered',
          problem: `Nothing in ${nameOf(host)} raises "${errorCode}".`,
          repair: 'Choose an error that a step or an end event inside raises, or remove it.',
          property: 'errorCode',
        },
      ];
}

function within({ nodes }: Definition, scope: string): readonly Node[] {
  const inner = new Set([scope]);
  for (const id of inner)
    for (const node of Object.values(nodes))
      if (node.kind === 'sub-process' && node.scope === id) inner.add(node.id);
  return Object.values(nodes).filter((node) => inner.has(node.scope ?? ''));
}

function rests(node: Node, { manifests }: Subject): boolean {
  if (node.kind === 'task') return manifestOf(manifests, node.activity)?.waits ?? true;
  return node.kind === 'timer-catch';
}

function raises(node: Node, code: string, { manifests }: Subject): boolean {
  if (node.kind === 'end') return node.errorCode === code;
  if (node.kind !== 'task') return false;
  return manifestOf(manifests, node.activity)?.boundaryEvents.some((event) => event.code === code) ?? true;
}
