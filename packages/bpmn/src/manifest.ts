/** What a diagram must know of an activity: plain data, as `GET /activities` serves it. */
export type ActivityManifest = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly parameters: ParametersSchema;
  readonly boundaryEvents: readonly { readonly code: string; readonly label: string }[];
  /** Whether it waits for a person (a form, a page): a loop through it does not spin. */
  readonly waits: boolean;
  /** What it leaves in the session data; `{name}` in a path is the value of that parameter. */
  readonly outputs?: readonly { readonly path: string }[];
};

export type ParametersSchema = {
  readonly properties: Readonly<Record<string, ParameterSchema>>;
  readonly required?: readonly string[];
};

/** The part of JSON Schema that checks of literals understand. */
export type ParameterSchema = {
  readonly type?: string;
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly ParameterSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
};

type Manifests = readonly ActivityManifest[];

/** The manifest of exactly this activity and version. */
export const manifestOf = (manifests: Manifests, use: { readonly type: string; readonly version: number }) =>
  manifests.find(({ id, version }) => id === use.type && version === use.version);

/**
 * Recognises an activity by a name as people and other tools write it: its id or label in any case and spacing, behind a
 * namespace (`com.example.addUser`), with or without a version (`Add User v2`). Without one, or when that version is not
 * ours, the newest is meant.
 */
export function recogniseActivity(manifests: Manifests, name: string): ActivityManifest | undefined {
  const [, base = name, version] = /^(.*?)[\s:_-]*[vV](\d+)$/.exec(name.trim()) ?? [];
  const wanted = normalise(base.slice(base.search(/[^.:/]*$/)));
  if (wanted === '') return undefined;
  const found = manifests
    .filter(({ id, label }) => normalise(id) === wanted || normalise(label) === wanted)
    .sort((a, b) => b.version - a.version);
  return found.find((manifest) => manifest.version === Number(version)) ?? found[0];
}

const normalise = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
