/** The part of JSON Schema that the contract uses. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

const texts = [
  'sample',
  'AAAAAAAAAAAAAAAAAAAAAAAAAA',
  '2030-01-01T00:00:00Z',
  '2030-01-01',
  'http://localhost:3000',
  'sample.example',
  '1',
  'PT1H',
  'AAAAAAAAAAAAAAAAAAAAAA',
  '12345678-1234-1234-1234-123456789012',
];

/** The smallest value that a schema takes. */
export function sampleOf(schema: Schema): unknown {
  if (schema.examples) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] as Schema);
  return samples[typesOf(schema)[0] ?? 'object']?.(schema);
}

const samples: Readonly<Record<string, (schema: Schema) => unknown>> = {
  string: ({ pattern = '', minLength = 0 }) => {
    const text = texts.find(
      (candidate) => candidate.length >= minLength && new RegExp(pattern, 'u').test(candidate),
    );
    if (text === undefined) throw new Error(`Add a text that matches ${pattern} to test/support/sample.ts`);
    return text;
  },
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true,
  null: () => null,
  array: ({ items = {}, minItems = 0 }) => Array.from({ length: minItems }, () => sampleOf(items)),
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})])),
};

const values: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  number: 12.5,
  string: 'text',
  array: [{}],
  object: { unexpected: 1 },
};

/** A value of each JSON type that the schema does not take; none when it takes anything. */
export function wrongValues(schema: Schema): readonly unknown[] {
  const taken = new Set(typesOf(schema));
  if (taken.size === 0) return [];
  return Object.keys(values)
    .filter((type) => !taken.has(type))
    .map((type) => values[type]);
}

function typesOf(schema: Schema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  if ('const' in schema) return [schema.const === null ? 'null' : typeof schema.const];
  if (schema.enum) return [...new Set(schema.enum.map((word) => typeof word))];
  return schema.type === undefined ? [] : [schema.type].flat();
}
