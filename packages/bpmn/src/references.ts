import type { ActivityUse, Definition } from '@latchkey/engine';
import { parseParameter, readLiteral } from '@latchkey/expressions';

/** Something outside the diagram that it names literally: whoever saves the definition checks that it exists. */
export type Reference = {
  readonly element: string;
  readonly property: string;
  readonly kind: 'form' | 'page' | 'relying-party' | 'registration-policy' | 'identity-store';
  readonly name: string;
  /** For a form or a page: the version, when one is drawn. */
  readonly version?: number;
  /** For a relying party and its policies: the store; for a policy: the relying party. */
  readonly storeName?: string;
  readonly relyingPartyId?: string;
};

type Parameters = Pick<ActivityUse, 'parameters'>;

const kinds: Readonly<Record<string, Reference['kind']>> = {
  dataFormName: 'form',
  customPageName: 'page',
  relyingPartyId: 'relying-party',
  registrationPolicy: 'registration-policy',
  storeName: 'identity-store',
};

/** The parameter with the version of what has versions. */
const versionParameters: { readonly [Kind in Reference['kind']]?: string } = {
  form: 'dataFormVersion',
  page: 'customPageVersion',
};

/** Every form, page, relying party, registration policy and identity store that a definition names by a literal. */
export const references = (definition: Definition): readonly Reference[] =>
  Object.values(definition.nodes)
    .filter((node) => node.kind === 'task')
    .flatMap(({ id, activity }) => taskReferences(id, activity));

/** The same of one task, whatever else there is. */
export const taskReferences = (element: string, activity: Parameters): readonly Reference[] =>
  Object.entries(kinds).flatMap(([property, kind]) => {
    const name = literalOf(activity, property);
    return name === undefined ? [] : [{ element, property, kind, name, ...contextOf(activity, kind) }];
  });

/** A task that shows a form or a page. Without `name` the session data decide which; without `version`, which version. */
export type VersionUse = {
  readonly element: string;
  readonly elementName?: string;
  readonly name?: string;
  readonly version?: number;
};

/** Every place where a definition shows a Custom Form, and which one as far as the diagram says. */
export const formUses = (definition: Definition): readonly VersionUse[] =>
  versionUses(definition, ['dataFormName', 'dynamicDataFormName'], 'dataFormVersion');

/** The same of Custom Pages. */
export const pageUses = (definition: Definition): readonly VersionUse[] =>
  versionUses(definition, ['customPageName'], 'customPageVersion');

const versionUses = (
  definition: Definition,
  names: readonly string[],
  versionName: string,
): readonly VersionUse[] =>
  Object.values(definition.nodes)
    .filter((node) => node.kind === 'task')
    .flatMap(({ id: element, name: elementName, activity }) =>
      names
        .filter((property) => isGiven(activity, property))
        .map((property) => {
          const name = literalOf(activity, property);
          const version = isGiven(activity, versionName) ? versionOf(activity.parameters[versionName]) : 1;
          return {
            element,
            ...(elementName !== undefined && { elementName }),
            ...(name !== undefined && { name }),
            ...(version !== undefined && { version }),
          };
        }),
    );

const isGiven = ({ parameters }: Parameters, property: string): boolean =>
  Object.hasOwn(parameters, property) && parameters[property] !== '';

function contextOf(activity: Parameters, kind: Reference['kind']): Partial<Reference> {
  const versioned = versionParameters[kind];
  if (versioned !== undefined) {
    const version = versionOf(activity.parameters[versioned]);
    return version === undefined ? {} : { version };
  }
  if (kind === 'identity-store') return {};
  const storeName = literalOf(activity, 'storeName');
  const relyingPartyId = kind === 'registration-policy' ? literalOf(activity, 'relyingPartyId') : undefined;
  return { ...(storeName && { storeName }), ...(relyingPartyId && { relyingPartyId }) };
}

/** Versions are drawn plain (`1`) or wrapped (`${1}`). */
function versionOf(text: unknown): number | undefined {
  const digits = typeof text === 'string' ? /^(?:\$\{\s*(\d+)\s*\}|(\d+))$/.exec(text.trim()) : null;
  const version = readLiteral(digits?.[1] ?? digits?.[2] ?? '', 'integer');
  return typeof version === 'number' ? version : undefined;
}

function literalOf({ parameters }: Parameters, property: string): string | undefined {
  const text = Object.hasOwn(parameters, property) ? parameters[property] : undefined;
  if (typeof text !== 'string') return undefined;
  const parameter = parseParameter(text);
  return parameter.kind === 'literal' ? parameter.text : undefined;
}
