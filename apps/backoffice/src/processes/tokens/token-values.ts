import type { NewProcessToken, ProcessToken, ProcessTokenChange } from '@latchkey/contract';

/** A parameter that has no field of its own: its value as text, or as JSON. */
export type Parameter = { readonly name: string; readonly value: string };

/** Parameters that have fields of their own. */
export const knownParameters = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'referenceID',
  '_redirectUrl',
  'timeoutRedirectUrl',
] as const;
type Known = (typeof knownParameters)[number];

/** What a token starts: whatever version is the newest, one for good, or the one that has a tag. */
export const followed = ['newest', 'version', 'tag'] as const;
export type Follows = (typeof followed)[number];

/** A token as the form holds it: an empty text for what is not set. Moments are local, as `datetime-local` has them. */
export type TokenValues = {
  readonly name: string;
  readonly description: string;
  readonly follows: Follows;
  readonly processDefnName: string;
  /** A number as text. */
  readonly processDefnVersion: string;
  readonly processDefnTag: string;
  readonly uiUrl: string;
  readonly type: string;
  readonly maxCount: number | '';
  readonly notBeforeDtm: string;
  readonly notAfterDtm: string;
  readonly maxProcessDuration: string;
  readonly parameters: readonly Parameter[];
} & { readonly [name in Known]: string };

const isKnown = (name: string): name is Known => (knownParameters as readonly string[]).includes(name);

/** The form of a token, empty for a new one. */
export const tokenValues = (token?: Partial<ProcessToken>): TokenValues => ({
  name: token?.name ?? '',
  description: token?.description ?? '',
  processDefnName: token?.processDefnName ?? '',
  follows: followsOf(token),
  processDefnVersion: token?.processDefnVersion === undefined ? '' : String(token.processDefnVersion),
  processDefnTag: token?.processDefnTag ?? '',
  uiUrl: token?.uiUrl ?? '',
  type: token?.type ?? 'UNLIMITED',
  maxCount: token?.maxCount ?? '',
  notBeforeDtm: localOf(token?.notBeforeDtm),
  notAfterDtm: localOf(token?.notAfterDtm),
  maxProcessDuration: token?.maxProcessDuration ?? '',
  ...(Object.fromEntries(knownParameters.map((name) => [name, textOf(token?.parameters?.[name])])) as {
    readonly [name in Known]: string;
  }),
  parameters: Object.entries(token?.parameters ?? {})
    .filter(([name, value]) => !isKnown(name) || typeof value !== 'string')
    .map(([name, value]) => ({ name, value: textOf(value) })),
});

/** What creates the token. */
export const newTokenOf = (values: TokenValues): NewProcessToken => ({
  name: values.name,
  ...targetOf(values),
  status: 'ACTIVE',
  type: values.type as NonNullable<NewProcessToken['type']>,
  parameters: parametersOf(values),
  ...(values.description !== '' && { description: values.description }),
  ...(values.uiUrl !== '' && { uiUrl: values.uiUrl }),
  ...(values.maxProcessDuration !== '' && { maxProcessDuration: values.maxProcessDuration }),
  ...limitsOf(values, undefined),
});

/** Which of the three a token follows. */
export const followsOf = (
  token: Pick<Partial<ProcessToken>, 'processDefnVersion' | 'processDefnTag'> = {},
) =>
  token.processDefnTag !== undefined ? 'tag' : token.processDefnVersion !== undefined ? 'version' : 'newest';

/** The fields of the chosen target; those of the others are left out. */
const targetOf = ({ follows, processDefnName, processDefnVersion, processDefnTag }: TokenValues) =>
  follows === 'tag'
    ? { processDefnTag }
    : {
        processDefnName,
        // None chosen is 0, which the server refuses beside the field.
        ...(follows === 'version' && { processDefnVersion: Number(processDefnVersion) }),
      };

/** What changes the token: everything, `null` for what was cleared. */
export const tokenChangeOf = (values: TokenValues): ProcessTokenChange => ({
  name: values.name,
  description: values.description,
  type: values.type as NonNullable<ProcessTokenChange['type']>,
  uiUrl: values.uiUrl || null,
  maxProcessDuration: values.maxProcessDuration || null,
  parameters: parametersOf(values),
  ...limitsOf(values, null),
});

/** The fields of the chosen limit; those of the others are `cleared`. */
function limitsOf<Cleared extends null | undefined>(values: TokenValues, cleared: Cleared) {
  const byTime = values.type === 'MULTI_USE_TIME_LIMITED';
  const moment = (local: string) => (byTime && local !== '' ? new Date(local).toISOString() : cleared);
  return {
    ...(values.type === 'MULTI_USE_COUNT_LIMITED' && values.maxCount !== '' && { maxCount: values.maxCount }),
    ...withoutUndefined({
      notBeforeDtm: moment(values.notBeforeDtm),
      notAfterDtm: moment(values.notAfterDtm),
    }),
  } as { maxCount?: number; notBeforeDtm?: string & Cleared; notAfterDtm?: string & Cleared };
}

const withoutUndefined = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function parametersOf(values: TokenValues): Record<string, unknown> {
  const known = knownParameters
    .filter((name) => values[name] !== '')
    .map((name) => [name, values[name]] as const);
  const free = values.parameters
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, value }) => [name.trim(), meaningOf(value)] as const);
  return Object.fromEntries([...known, ...free]);
}

/** What a typed text means: JSON where it is a number, a truth value, a list or an object; else the text itself. */
export function meaningOf(text: string): unknown {
  if (!/^\s*([[{"]|-?\d|true|false|null)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The text that means a value: the opposite of `meaningOf`. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return meaningOf(value) === value ? value : JSON.stringify(value);
}

/** A moment as `datetime-local` shows it, in the browser's zone to the minute. */
function localOf(moment: string | undefined): string {
  if (moment === undefined) return '';
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
