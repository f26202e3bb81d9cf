import type { ComponentType } from '@latchkey/forms';
import type { Path } from '../document/form-json.ts';
import { builderWords } from './builder-words.ts';

/** How a property of a component is edited. */
export type PropertyKind =
  | 'id'
  | 'line'
  | 'flag'
  | 'whole'
  | 'amount'
  | 'texts'
  | 'longTexts'
  | 'options'
  | 'condition'
  | 'picture'
  | 'tick'
  | 'optionDefault'
  | { readonly words: readonly string[] };

/** A property: where it stands in the component, what it is called, how it is edited. */
export type Property = {
  readonly path: Path;
  readonly kind: PropertyKind;
  readonly label: string;
  readonly help?: string;
};

/** Properties that belong together, with a heading unless they are the first. */
export type PropertyGroup = { readonly title?: string; readonly properties: readonly Property[] };

const { properties: words } = builderWords;

const id: Property = { path: ['id'], kind: 'id', ...words.id };
const index: Property = { path: ['index'], kind: 'whole', ...words.index };
const label: Property = { path: ['label'], kind: 'texts', ...words.label };
const caption: Property = { path: ['label'], kind: 'texts', ...words.caption };
const alternative: Property = { path: ['label'], kind: 'texts', ...words.alternative };
const builderName: Property = { path: ['label'], kind: 'texts', ...words.builderName };
const values: Property = { path: [], kind: 'longTexts', ...words.values };
const subtitle: Property = { path: [], kind: 'texts', ...words.values };
const defaultText: Property = { path: ['default'], kind: 'line', ...words.default };
const defaultTick: Property = { path: ['default'], kind: 'tick', ...words.defaultTick };
const defaultOption: Property = { path: ['default'], kind: 'optionDefault', ...words.default };
const required: Property = { path: ['validate', 'required'], kind: 'flag', ...words.required };
const readOnly: Property = { path: ['readOnly'], kind: 'flag', ...words.readOnly };
const transient: Property = { path: ['transient'], kind: 'flag', ...words.transient };
const least: Property = { path: ['validate', 'minLength'], kind: 'whole', ...words.minLength };
const most: Property = { path: ['validate', 'maxLength'], kind: 'whole', ...words.maxLength };
const min: Property = { path: ['validate', 'min'], kind: 'amount', ...words.min };
const max: Property = { path: ['validate', 'max'], kind: 'amount', ...words.max };
const options: Property = { path: ['options'], kind: 'options', ...words.options };
const condition: Property = { path: ['visibleWhen'], kind: 'condition', ...words.condition };

const messages = (...names: readonly ('missingMessage' | 'invalidMessage' | 'invalidLengthMessage')[]) => ({
  title: words.messages,
  properties: names.map((name): Property => ({ path: ['validate', name], kind: 'texts', ...words[name] })),
});

/** Groups that every component ends with. */
const ending: readonly PropertyGroup[] = [
  { title: words.visibility, properties: [condition] },
  { title: words.order, properties: [index] },
];

const field = (own: readonly Property[], named: readonly Property[], limits: readonly Property[]) => [
  { properties: [label, id, ...named] },
  { title: words.demands, properties: [required, ...limits, readOnly, transient] },
  ...own.map((property) => ({ title: property.label, properties: [property] })),
];

const line = (...limits: readonly Property[]): readonly PropertyGroup[] => [
  ...field([], [defaultText], limits),
  messages('missingMessage', 'invalidMessage', 'invalidLengthMessage'),
  ...ending,
];

const choice: readonly PropertyGroup[] = [
  ...field([options], [defaultOption], []),
  messages('missingMessage', 'invalidMessage'),
  ...ending,
];

/** What can be set on each type of component, in the order of the panel. */
export const propertyGroups: Readonly<Record<ComponentType, readonly PropertyGroup[]>> = {
  text: line(least, most),
  email: line(least, most),
  phone: line(least, most),
  number: line(min, max),
  date: [
    ...field(
      [],
      [
        { ...defaultText, ...words.defaultDate },
        { path: ['dateFormat'], kind: 'line', ...words.dateFormat },
      ],
      [],
    ),
    messages('missingMessage', 'invalidMessage'),
    ...ending,
  ],
  dropdown: choice,
  radio: choice,
  checkbox: [...field([], [defaultTick], []), messages('missingMessage'), ...ending],
  paragraph: [{ properties: [values, id, builderName] }, ...ending],
  subtitle: [{ properties: [subtitle, id, builderName] }, ...ending],
  notification: [
    {
      properties: [
        values,
        {
          path: ['notificationType'],
          kind: { words: ['default', 'success', 'error', 'warning'] },
          ...words.notificationType,
        },
        { path: ['allowTimer'], kind: 'flag', ...words.allowTimer },
        { path: ['showCloseButton'], kind: 'flag', ...words.showCloseButton },
        id,
        builderName,
      ],
    },
    ...ending,
  ],
  image: [
    { properties: [{ path: ['source'], kind: 'picture', ...words.source }, alternative, id] },
    ...ending,
  ],
  qrCode: [{ properties: [{ path: ['value'], kind: 'line', ...words.qrValue }, caption, id] }, ...ending],
};

/** Every path that the builder can set on a type of component, for tests and completion. */
export const pathsOf = (type: ComponentType): readonly Property[] =>
  propertyGroups[type].flatMap(({ properties }) => properties);
