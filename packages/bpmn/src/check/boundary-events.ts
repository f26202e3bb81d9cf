import type { BoundaryEvent } from '@latchkey/engine';
import type { DefinitionProblem } from '../definition-problem.ts';
import { manifestOf } from '../manifest.ts';
import { nameOf } from './graph.ts';
import type { Drawing, Rule } from './rule.ts';

/** Boundary events sit on activities or sub-processes, catch what these can raise, and no error twice. */
export const boundaryEvents: Rule = (drawing) => {
  const events = Object.values(drawing.definition.nodes).filter((node) => node.kind === 'boundary');
  return events.flatMap((event, index) => [
    ...checkHost(event, drawing),
    ...checkRepeated(event, events.slice(0, index)),
  ]);
};

function checkHost(event: BoundaryEvent, { definition, manifests }: Drawing): readonly DefinitionProblem[] {
  const host = definition.nodes[event.attachedTo];
  if (host?.kind === 'sub-process') return [];
  if (host?.kind !== 'task')
    return [
      {
        element: event.id,
        rule: 'boundary-unattached',
        problem: `The boundary event ${nameOf(event)} is not attached to an activity.`,
        repair: 'Attach it to the activity whose event it shall catch.',
      },
    ];
  const manifest = manifestOf(manifests, host.activity);
  const code = event.trigger.kind === 'error' ? event.trigger.errorCode : undefined;
  if (!manifest || code === undefined) return [];
  if (manifest.boundaryEvents.some((offered) => offered.code === code)) return [];
  return [
    {
      element: event.id,
      rule: 'unknown-boundary-code',
      problem: `${nameOf(host)} never raises "${code}".`,
      repair: offers(manifest.boundaryEvents),
      property: 'errorCode',
    },
  ];
}

const offers = (events: readonly { readonly code: string; readonly label: string }[]) =>
  events.length === 0
    ? 'It raises nothing that can be caught: remove the boundary event.'
    : `Choose one of ${events.map(({ code, label }) => `${code} (${label})`).join(', ')}.`;

function checkRepeated(event: BoundaryEvent, before: readonly BoundaryEvent[]): readonly DefinitionProblem[] {
  const { trigger } = event;
  if (trigger.kind !== 'error') return [];
  const isRepeated = before.some(
    (other) =>
      other.attachedTo === event.attachedTo &&
      other.trigger.kind === 'error' &&
      other.trigger.errorCode === trigger.errorCode,
  );
  if (!isRepeated) return [];
  return [
    {
      element: event.id,
      rule: 'boundary-repeated',
      problem: `Two boundary events of one activity catch ${trigger.errorCode ? `"${trigger.errorCode}"` : 'every error'}.`,
      repair: 'Keep one.',
    },
  ];
}
