import { activityEntryId } from '../entry.ts';
import type { Manifest } from '../manifest.ts';
import { makeActivity } from './make-activity.ts';
import type { Ask, Shape } from './services.ts';

/** Names by the parameters that take them. */
export type Names = Readonly<Record<string, string>>;

export type Making = {
  readonly ask: Ask;
  readonly manifests: readonly Manifest[];
  /** What there is only one of: a new step takes it by itself. */
  readonly soleNames: () => Names;
};

type Recipe = {
  readonly type: string;
  readonly eventDefinitionType?: string;
  readonly isExpanded?: boolean;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly size?: { readonly width: number; readonly height: number };
};

/** Tasks are cards, wide enough for their names. */
export const cardSize = Object.freeze({ width: 176, height: 72 });

const recipes: Readonly<Record<string, Recipe>> = {
  start: { type: 'bpmn:StartEvent', properties: { name: 'Start' } },
  end: { type: 'bpmn:EndEvent', properties: { name: 'End' } },
  'end-error': {
    type: 'bpmn:EndEvent',
    eventDefinitionType: 'bpmn:ErrorEventDefinition',
    properties: { name: 'Declined' },
  },
  'end-terminate': { type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TerminateEventDefinition' },
  timer: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  exclusive: { type: 'bpmn:ExclusiveGateway' },
  parallel: { type: 'bpmn:ParallelGateway' },
  inclusive: { type: 'bpmn:InclusiveGateway' },
  'sub-process': { type: 'bpmn:SubProcess', isExpanded: true },
};

/** The manifest that an entry `activity:id@version` stands for. */
export const entryManifest = (entry: string, manifests: readonly Manifest[]) =>
  manifests.find((manifest) => activityEntryId(manifest) === entry);

/** What to make or to replace something by, as bpmn-js wants it. Throws for an entry that is not on offer. */
export function recipeOf(entry: string, { manifests }: Pick<Making, 'manifests'>): Recipe {
  const manifest = entryManifest(entry, manifests);
  if (manifest) return { type: manifest.waits ? 'bpmn:UserTask' : 'bpmn:ServiceTask', size: cardSize };
  const recipe = recipes[entry];
  if (!recipe) throw new Error(`Nothing is called "${entry}".`);
  return recipe;
}

/** A new shape of an entry, not yet on the canvas. */
export function makeShape(entry: string, making: Making): Shape {
  const { ask, manifests } = making;
  const { type, properties, size, ...more } = recipeOf(entry, making);
  const manifest = entryManifest(entry, manifests);
  const businessObject = ask('bpmnFactory').create(type, {
    ...properties,
    ...(manifest && { name: manifest.label, extensionElements: makeExtension(manifest, making) }),
  });
  const shape = ask('elementFactory').createShape({ type, businessObject, ...size, ...more });
  if (entry === 'timer') setFirstDuration(shape, ask);
  return shape;
}

/** A timer begins with a time, so that it can run. */
function setFirstDuration({ businessObject }: Shape, ask: Ask): void {
  const definition = businessObject.eventDefinitions?.[0];
  const timeDuration = ask('bpmnFactory').create('bpmn:FormalExpression', { body: 'PT10M' });
  Object.assign(timeDuration, { $parent: definition });
  Object.assign(definition ?? {}, { timeDuration });
}

/** The extension elements of a task that uses an activity, with what it needs and there is only one of. */
function makeExtension(manifest: Manifest, { ask, soleNames }: Making) {
  const create = (type: string, attributes: Readonly<Record<string, unknown>>) =>
    ask('bpmnFactory').create(type, attributes);
  const { id, version } = manifest;
  const activity = makeActivity({ type: id, version, parameters: namesFor(manifest, soleNames()) }, create);
  const extension = ask('bpmnFactory').create('bpmn:ExtensionElements', { values: [activity] });
  activity.$parent = extension;
  return extension;
}

/** Those of the names that an activity cannot do without. */
export const namesFor = ({ parameters: { properties, required = [] } }: Manifest, names: Names): Names =>
  Object.fromEntries(
    Object.entries(names).filter(
      ([name]) =>
        required.includes(name) && properties[name] !== undefined && properties[name].default === undefined,
    ),
  );
