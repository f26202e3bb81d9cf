import { readActivity } from '@latchkey/bpmn';
import { activityEntryId } from '../../entry.ts';
import { entryManifest, type Making, makeShape, namesFor, recipeOf } from '../make-shape.ts';
import type { Point, Shape } from '../services.ts';
import { type Act, elementOf } from './act.ts';
import { flowToStandOn, insert } from './insert.ts';
import { writeActivity } from './set-parameter.ts';

/** Puts something into the middle of what is seen; on an empty canvas where a diagram begins. */
export const add: Act<'add'> = (making, { entry }) => {
  const { ask } = making;
  const canvas = ask('canvas');
  const { x, y, width, height } = canvas.viewbox();
  const shape = makeShape(entry, making);
  const isFirst = ask('elementRegistry').getAll().length <= 1;
  const part = isFirst ? 0.12 : 0.5;
  const at = freePlace(making, { x: Math.round(x + width * part), y: Math.round(y + height / 2) }, shape);
  return withStart(making, entry, ask('modeling').createShape(shape, at, canvas.getRootElement()));
};

/** Appends something to an element, connected, where there is room; onto its way where there is one already. */
export const append: Act<'append'> = (making, { element: id, entry }) => {
  const source = elementOf(making, id);
  const flow = flowToStandOn(source, entry);
  if (flow) return withStart(making, entry, insert(making, flow, entry));
  if (source.type === 'bpmn:Process' || source.waypoints) return add(making, { kind: 'add', entry });
  return withStart(making, entry, making.ask('autoPlace').append(source, makeShape(entry, making)));
};

/** A new sub-process begins with its start event. */
function withStart(making: Making, entry: string, made: Shape): Shape {
  if (entry !== 'sub-process') return made;
  const at = { x: made.x + 60, y: made.y + made.height / 2 };
  making.ask('modeling').createShape(makeShape('start', making), at, made);
  return made;
}

/** Further down while something lies there. */
function freePlace({ ask }: Making, wanted: Point, { width, height }: Shape): Point {
  const taken = ask('elementRegistry')
    .getAll()
    .filter((one) => one.width !== undefined && !one.labelTarget);
  const isTaken = (at: Point) =>
    taken.some(
      (one) =>
        Math.abs(one.x + one.width / 2 - at.x) < (one.width + width) / 2 + 10 &&
        Math.abs(one.y + one.height / 2 - at.y) < (one.height + height) / 2 + 10,
    );
  let at = wanted;
  for (let tries = 0; tries < 50 && isTaken(at); tries++) at = { x: at.x, y: at.y + 20 };
  return at;
}

/** Changes an element into another kind; parameters that the new activity knows too are kept. */
export const replace: Act<'replace'> = (making, { element: id, entry }) => {
  const element = elementOf(making, id);
  const manifest = entryManifest(entry, making.manifests);
  const before = element.businessObject.$instanceOf('bpmn:Task')
    ? readActivity(element.businessObject, making.manifests, () => undefined)
    : undefined;
  const oldLabel = making.manifests.find((one) => one.id === before?.type)?.label;
  const hasOwnName = (element.businessObject.name ?? '') !== '' && element.businessObject.name !== oldLabel;
  const { type, eventDefinitionType, isExpanded } = recipeOf(entry, making);
  const target = {
    type,
    ...(eventDefinitionType && { eventDefinitionType }),
    ...(isExpanded && { isExpanded }),
  };
  const isSame = element.type === type && !eventDefinitionType;
  const made = isSame ? element : making.ask('bpmnReplace').replaceElement(element, target);
  if (!manifest || activityEntryId(manifest) === `activity:${before?.type}@${before?.version}`) return made;
  const kept = Object.entries(before?.parameters ?? {}).filter(
    ([name]) => name in manifest.parameters.properties,
  );
  const parameters = { ...namesFor(manifest, making.soleNames()), ...Object.fromEntries(kept) };
  writeActivity(making, made, { type: manifest.id, version: manifest.version, parameters });
  if (!hasOwnName) making.ask('modeling').updateLabel(made, manifest.label);
  return made;
};

/** Connects two elements by a flow. */
export const connect: Act<'connect'> = (making, { element, target }) => {
  const { ask } = making;
  const [source, to] = [elementOf(making, element), elementOf(making, target)];
  const attributes = ask('rules').allowed('connection.create', { source, target: to });
  if (!attributes) return undefined;
  ask('modeling').connect(source, to, typeof attributes === 'object' ? attributes : {});
  return source;
};

/** Deletes elements with their flows and boundary events. */
export const remove: Act<'remove'> = (making, { elements }) => {
  making.ask('modeling').removeElements(elements.map((id) => elementOf(making, id)));
  return undefined;
};

/** Lines elements up, or gives them equal distances. */
export const align: Act<'align'> = (making, { elements, how }) => {
  const shapes = elements.map((id) => elementOf(making, id)).filter(({ waypoints }) => !waypoints);
  const isSpread = how === 'horizontal' || how === 'vertical';
  making.ask(isSpread ? 'distributeElements' : 'alignElements').trigger(shapes, how);
  return undefined;
};
