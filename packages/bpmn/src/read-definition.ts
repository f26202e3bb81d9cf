import type { Definition, Flow, Node } from '@latchkey/engine';
import { type BpmnElement, idOf } from './bpmn-element.ts';
import { checkDefinition } from './check-definition.ts';
import { type DefinitionProblem, definitionProblems, invalidDefinition } from './definition-problem.ts';
import { guardXml } from './guard-xml.ts';
import type { ActivityManifest } from './manifest.ts';
import { moddle } from './moddle.ts';
import { readFlows } from './read-flows.ts';
import { type Needs, nodeReaders } from './read-node.ts';
import { collectProblems, type Report } from './report.ts';

/** What a diagram says of itself beside what runs. */
export type DefinitionMeta = {
  /** Id of the BPMN process; problems that concern no single element name it. */
  readonly processId: string;
  readonly name?: string;
  readonly documentation?: string;
};

export type ReadDefinition = { readonly definition: Definition; readonly meta: DefinitionMeta };

/**
 * Reads BPMN 2.0 XML and checks that it can run. Throws `definition.too-large`, `definition.unreadable`, or
 * `definition.invalid` with every fault at once (`facts.problems`).
 */
export async function readDefinition(
  xml: string,
  manifests: readonly ActivityManifest[],
): Promise<ReadDefinition> {
  const { definition, meta, problems } = await inspectDefinition(xml, manifests);
  if (problems.length > 0) throw invalidDefinition(problems);
  return { definition, meta };
}

/**
 * Reads BPMN 2.0 XML as far as it can be read, with everything that keeps it from running. Throws
 * `definition.too-large` or `definition.unreadable`.
 */
export async function inspectDefinition(
  xml: string,
  manifests: readonly ActivityManifest[],
): Promise<ReadDefinition & { readonly problems: readonly DefinitionProblem[] }> {
  const { problems, report } = collectProblems();
  const root = await parse(xml, report);
  const process = findProcess(root, report);
  const definition = readProcess(process, { manifests, report });
  const meta = readMeta(process);
  return { definition, meta, problems: [...problems, ...checkDefinition(definition, meta, manifests)] };
}

/**
 * Reads as much of a diagram as can be read, whatever faults it has: for looking through drafts. Throws
 * `definition.too-large`, `definition.unreadable`.
 */
export async function sketchDefinition(
  xml: string,
  manifests: readonly ActivityManifest[],
): Promise<Definition> {
  const report = () => undefined;
  return readProcess(findProcess(await parse(xml, report), report), { manifests, report });
}

async function parse(xml: string, report: Report): Promise<BpmnElement> {
  guardXml(xml);
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    for (const { message } of warnings) reportWarning(rootElement, message, report);
    return rootElement;
  } catch (cause) {
    const reason = cause instanceof Error ? firstLine(cause.message) : '';
    throw definitionProblems.create('definition.unreadable', {
      detail: `It cannot be parsed: ${reason}.`,
      cause,
    });
  }
}

/** Unknown attributes of other tools say nothing about how a process runs; everything else that got lost does. */
function reportWarning(root: BpmnElement, message: string, report: Report): void {
  if (message.startsWith('unknown attribute')) return;
  report(
    root,
    'xml',
    `The file has a part that cannot be read: ${firstLine(message)}.`,
    'Remove or mend it.',
  );
}

const firstLine = (text: string) => text.split('\n', 1)[0]?.slice(0, 200) ?? '';

const roots: ReadonlySet<string> = new Set([
  'bpmn:Process',
  'bpmn:Error',
  'bpmn:Category',
  'bpmn:Collaboration',
]);

function findProcess(root: BpmnElement, report: Report): BpmnElement {
  const elements = root.rootElements ?? [];
  for (const element of elements) {
    if (!roots.has(element.$type)) reportUnsupported(element, report);
    for (const flow of element.messageFlows ?? []) reportUnsupported(flow, report);
  }
  const [process, ...others] = elements.filter(({ $type }) => $type === 'bpmn:Process');
  if (!process) throw definitionProblems.create('definition.unreadable', { detail: 'It holds no process.' });
  for (const other of others)
    report(other, 'several-processes', 'The file holds more than one process.', 'Keep one.');
  return process;
}

function readProcess(process: BpmnElement, needs: Needs): Definition {
  const levels = levelsOf(process);
  const flows = levels.flatMap(({ elements }) => readFlows(elements, needs.report));
  const flowsOf: FlowsOf = {
    incoming: Map.groupBy(flows, ({ target }) => target),
    outgoing: Map.groupBy(flows, ({ source }) => source),
  };
  const nodes = levels.flatMap((level) => readLevel(level, flowsOf, needs));
  return Object.freeze({
    nodes: Object.freeze(Object.fromEntries(nodes.map((node) => [node.id, Object.freeze(node)]))),
    flows: Object.freeze(Object.fromEntries(flows.map((flow) => [flow.id, Object.freeze(flow)]))),
  });
}

type FlowsOf = Readonly<Record<'incoming' | 'outgoing', ReadonlyMap<string, readonly Flow[]>>>;
type Level = { readonly scope?: string; readonly elements: readonly BpmnElement[] };

function levelsOf(container: BpmnElement, scope?: string): readonly Level[] {
  const elements = container.flowElements ?? [];
  const inner = elements.filter(({ $type }) => $type === 'bpmn:SubProcess');
  return [
    { ...(scope && { scope }), elements },
    ...inner.flatMap((element) => levelsOf(element, element.id)),
  ];
}

function readLevel({ scope, elements }: Level, flowsOf: FlowsOf, needs: Needs): readonly Node[] {
  return elements
    .filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
    .map((element) => {
      const read = Object.hasOwn(nodeReaders, element.$type) ? nodeReaders[element.$type] : undefined;
      if (!read) reportUnsupported(element, needs.report);
      return read?.(element, readCommon(element, scope, flowsOf), needs);
    })
    .filter((node) => node !== undefined);
}

function readCommon(element: BpmnElement, scope: string | undefined, flowsOf: FlowsOf) {
  const id = idOf(element);
  const name = element.name?.trim();
  return {
    id,
    ...(name && { name }),
    ...(scope && { scope }),
    incoming: (flowsOf.incoming.get(id) ?? []).map((flow) => flow.id),
    outgoing: (flowsOf.outgoing.get(id) ?? []).map((flow) => flow.id),
    ...(element.default?.id && { defaultFlow: element.default.id }),
  };
}

function readMeta(process: BpmnElement): DefinitionMeta {
  const documentation = process.documentation?.[0]?.text?.trim();
  return Object.freeze({
    processId: idOf(process),
    ...(process.name && { name: process.name }),
    ...(documentation && { documentation }),
  });
}

const reportUnsupported = (element: BpmnElement, report: Report) =>
  report(
    element,
    'element-unsupported',
    `"${element.$type.replace('bpmn:', '')}" is not an element that runs here.`,
    'Replace it by a task, an event or a gateway that is offered.',
  );
