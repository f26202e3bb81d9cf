import type { BoundaryEvent } from '@latchkey/engine';
import type { DefinitionProblem } from '../definition-problem.ts';
import { manifestOf } from '../manifest.ts';
import { nameOf } from './graph.ts';
import type { Drawing, Rule } from './rule.ts';

/** Boundary events sit on activities or sub-processes, catch what these can raise, and no error twice. */
export const boundaryEvents: Rule = (drawing) => {
  const events = Object.values(drawing.definition.nodes).filter((node) => node.kind === 'boundary');
  const caught = new Set<string>();
  return events.flatMap((event) => [...checkHost(event, drawing), ...checkRepeated(event, caught)]);
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

/** `caught` remembers what earlier boundary events catch. */
function checkRepeated(
  { id, attachedTo, trigger }: BoundaryEvent,
  caught: Set<string>,
): readonly DefinitionProblem[] {
  if (trigger.kind !== 'error') return [];
  const catches = JSON.stringify([attachedTo, trigger.errorCode]);
  if (!caught.has(catches)) {
    caught.add(catches);
    return [];
  }
  return [
    {
      element: id,
      rule: 'boundary-repeated',
      problem: `Two boundary events of one activity catch ${trigger.errorCode ? `"${trigger.errorCode}"` : 'every error'}.`,
      repair: 'Keep one.',
    },
  ];
}
