import type { ParameterSchema as CheckedSchema, ParametersSchema } from '@latchkey/bpmn';
import type { ActivityManifest } from '@latchkey/contract';

/** A parameter's JSON Schema, as far as its field shows it. */
export type ParameterSchema = CheckedSchema & {
  readonly description?: string;
  readonly items?: CheckedSchema;
  readonly maxLength?: number;
};

/** An activity as the designer knows it: its face, and the schema of its parameters. */
export type Manifest = Omit<ActivityManifest, 'parameters'> & {
  readonly parameters: ParametersSchema & {
    readonly properties: Readonly<Record<string, ParameterSchema>>;
  };
};

/** The contract leaves the schema open; the server makes it from its own. */
export const asManifests = (list: readonly ActivityManifest[]): readonly Manifest[] =>
  list as readonly Manifest[];
