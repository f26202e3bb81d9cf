import type { BpmnElement } from '@latchkey/bpmn';
import type { ParameterText } from '@latchkey/engine';
import type { DrawnElement } from '../drawing.ts';
import type { Manifest, ParameterSchema } from '../manifest.ts';
import { panelWords } from '../panel/words.ts';
import { differenceWords as words } from '../versions/difference-words.ts';
import { kindOf } from './element-kind.ts';
import { readDetails } from './read-drawing.ts';
import type { Moddle } from './services.ts';

/** What an element says of itself; of another element, its name is what is read and its id what counts. */
export type Said = { readonly text: string; readonly id?: string };

/** What an element says, by the words of the panel; what is not set is left out. */
export type Description = ReadonlyMap<string, Said>;

/** Describes an element of moddle as people see it in the panel. */
export function describeElement(element: Moddle, manifests: readonly Manifest[]): Description {
  const details = readDetails(element, manifests);
  const own: readonly Line[] = [
    [words.kind, kindWords(element)],
    [words.name, element.name],
    [words.description, element.documentation?.[0]?.text],
    ...triggerLines(details),
    ...activityLines(details, manifests),
  ];
  return new Map([
    ...placeLines(element),
    ...own.flatMap(([label, text]) => (text ? [[label, { text }] as const] : [])),
  ]);
}

/** What an element is called: its name, a flow by its ends, else its kind. */
export function nameOf(element: BpmnElement): string {
  if (element.name) return element.name;
  const { sourceRef, targetRef } = element;
  if (sourceRef && targetRef) return words.flow(nameOf(sourceRef), nameOf(targetRef));
  return kindWords(element as Moddle);
}

type Line = readonly [label: string, value: string | undefined];

function kindWords(element: Moddle): string {
  const kind = kindOf(element);
  return kind === 'other' ? element.$type.replace('bpmn:', '') : panelWords.kinds[kind];
}

const placeLines = ({ sourceRef, targetRef, attachedToRef }: Moddle) =>
  [
    [words.from, sourceRef] as const,
    [words.to, targetRef] as const,
    [words.attachedTo, attachedToRef] as const,
  ].flatMap(([label, other]) =>
    other ? [[label, { text: nameOf(other), ...(other.id && { id: other.id }) }] as const] : [],
  );

function triggerLines(details: Partial<DrawnElement>): readonly Line[] {
  const { condition, isDefault, trigger, errorCode, isInterrupting, timer, end } = details;
  return [
    [words.condition, condition],
    [words.isDefault, isDefault ? words.yes : undefined],
    [words.error, errorCode ?? (trigger === 'error' ? words.everyFailure : undefined)],
    [words.ends, isInterrupting === undefined ? undefined : isInterrupting ? words.yes : words.no],
    [words[timer?.kind ?? 'duration'], timer?.text],
    [words.end, end && words.ofEnd[end]],
  ];
}

function activityLines({ activity }: Partial<DrawnElement>, manifests: readonly Manifest[]): readonly Line[] {
  if (activity === undefined || activity.type === '') return [];
  const { type, version, parameters } = activity;
  const manifest = manifests.find((one) => one.id === type && one.version === version);
  const known = manifest?.parameters.properties ?? {};
  return [
    [words.activity, words.activityOf(manifest?.label ?? type, version)],
    ...Object.entries(parameters).map(
      ([name, text]): Line => [known[name]?.title ?? name, textOf(text, known[name])],
    ),
  ];
}

/** A parameter's text as the panel shows it: `${true}` of a switch is on, a map is its entries. */
function textOf(text: ParameterText, schema: ParameterSchema | undefined): string {
  if (typeof text !== 'string')
    return Object.entries(text)
      .map(([key, value]) => words.entry(key, value))
      .join('; ');
  if (schema?.type !== 'boolean') return text;
  const literal = /^(?:\$\{)?\s*(true|false)\s*\}?$/.exec(text)?.[1];
  return literal === undefined ? text : literal === 'true' ? words.on : words.off;
}
