import type { BoundaryEvent, EndEvent, Node } from '@latchkey/engine';
import { type BpmnElement, idOf } from './bpmn-element.ts';
import { type ActivityManifest, manifestOf } from './manifest.ts';
import { readActivity } from './read-activity.ts';
import { readTimer } from './read-timer.ts';
import type { Report } from './report.ts';

export type Needs = { readonly manifests: readonly ActivityManifest[]; readonly report: Report };

/** What every node has before its kind is known. */
export type Common = Pick<Node, 'id' | 'name' | 'scope' | 'incoming' | 'outgoing' | 'defaultFlow'>;

type ReadNode = (element: BpmnElement, common: Common, needs: Needs) => Node | undefined;

const readTask: ReadNode = (element, common, { manifests, report }) => {
  checkRepetition(element, report);
  return { ...common, kind: 'task', activity: readActivity(element, manifests, report) };
};

const readGateway =
  (kind: 'exclusive' | 'parallel' | 'inclusive'): ReadNode =>
  (_, common) => ({ ...common, kind });

/** Every BPMN element that the engine runs. What is not here is refused. */
export const nodeReaders: Readonly<Record<string, ReadNode>> = {
  'bpmn:StartEvent': readStart,
  'bpmn:EndEvent': readEnd,
  'bpmn:Task': readTask,
  'bpmn:ServiceTask': readTask,
  'bpmn:UserTask': readTask,
  'bpmn:SendTask': readTask,
  'bpmn:ReceiveTask': readTask,
  'bpmn:ManualTask': readTask,
  'bpmn:ExclusiveGateway': readGateway('exclusive'),
  'bpmn:ParallelGateway': readGateway('parallel'),
  'bpmn:InclusiveGateway': readGateway('inclusive'),
  'bpmn:SubProcess': readSubProcess,
  'bpmn:BoundaryEvent': readBoundary,
  'bpmn:IntermediateCatchEvent': readCatch,
};

function readStart(element: BpmnElement, common: Common, { report }: Needs): Node {
  if (triggersOf(element).length > 0) reportTrigger(element, 'A start event', 'no trigger', report);
  return { ...common, kind: 'start' };
}

function readEnd(element: BpmnElement, common: Common, { report }: Needs): EndEvent {
  const [trigger, ...more] = triggersOf(element);
  if (!trigger) return { ...common, kind: 'end', end: 'plain' };
  if (more.length === 0 && trigger.$type === 'bpmn:TerminateEventDefinition')
    return { ...common, kind: 'end', end: 'terminate' };
  if (more.length > 0 || trigger.$type !== 'bpmn:ErrorEventDefinition')
    reportTrigger(element, 'An end event', 'no trigger, one error or one termination', report);
  const errorCode = trigger.errorRef?.errorCode;
  return { ...common, kind: 'end', end: 'error', ...(errorCode && { errorCode }) };
}

function readSubProcess(element: BpmnElement, common: Common, { report }: Needs): Node {
  checkRepetition(element, report);
  if (element.triggeredByEvent)
    report(element, 'element-unsupported', 'Event sub-processes are not offered.', 'Use boundary events.');
  const start = element.flowElements?.find(({ $type }) => $type === 'bpmn:StartEvent');
  return { ...common, kind: 'sub-process', start: start?.id ?? '' };
}

function readCatch(element: BpmnElement, common: Common, { report }: Needs): Node | undefined {
  const [trigger, ...more] = triggersOf(element);
  if (trigger?.$type === 'bpmn:TimerEventDefinition' && more.length === 0)
    return { ...common, kind: 'timer-catch', timer: readTimer(element, trigger, report) };
  reportTrigger(element, 'An intermediate event', 'one timer', report);
  return undefined;
}

function readBoundary(element: BpmnElement, common: Common, needs: Needs): BoundaryEvent | undefined {
  const [attachedTo, [trigger, ...more]] = [element.attachedToRef, triggersOf(element)];
  const interrupting = element.cancelActivity !== false;
  const base = { ...common, kind: 'boundary' as const, attachedTo: attachedTo?.id ?? '', interrupting };
  if (trigger?.$type === 'bpmn:TimerEventDefinition' && more.length === 0)
    return { ...base, trigger: { kind: 'timer', timer: readTimer(element, trigger, needs.report) } };
  const errorCode = trigger?.errorRef?.errorCode?.trim() || codeByLabel(element, needs);
  const isError = trigger ? trigger.$type === 'bpmn:ErrorEventDefinition' : errorCode !== undefined;
  if (isError && more.length === 0)
    return { ...base, trigger: { kind: 'error', ...(errorCode && { errorCode }) } };
  reportTrigger(element, 'A boundary event', 'one error or one timer', needs.report);
  return undefined;
}

/** A boundary event that bears the label of one that its activity offers means that one. */
function codeByLabel(element: BpmnElement, { manifests }: Needs): string | undefined {
  const task = element.attachedToRef;
  if (!task || !element.name || nodeReaders[task.$type] !== readTask) return undefined;
  const manifest = manifestOf(
    manifests,
    readActivity(task, manifests, () => undefined),
  );
  const name = element.name.trim().toLowerCase();
  return manifest?.boundaryEvents.find(({ label }) => label.toLowerCase() === name)?.code;
}

const triggersOf = (element: BpmnElement): readonly BpmnElement[] => element.eventDefinitions ?? [];

const reportTrigger = (element: BpmnElement, what: string, may: string, report: Report) =>
  report(
    element,
    'event-unsupported',
    `${what} may have ${may}; "${element.name ?? idOf(element)}" has something else.`,
    'Change the kind of the event.',
  );

function checkRepetition(element: BpmnElement, report: Report): void {
  if (element.loopCharacteristics)
    report(element, 'element-unsupported', 'Loops and multiple instances are not offered.', 'Draw the loop.');
}
