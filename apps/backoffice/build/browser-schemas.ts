type Schema = Readonly<Record<string, unknown>>;

const optional = Symbol('optional');
const one = (type: string) => (options?: Schema) => ({ type, ...options });

/**
 * Takes the place of TypeBox's builders in the browser, where the contract is read and never checked: the same JSON
 * Schema as plain data, without 20 KB of machinery. A test holds the contract's schemas equal under both.
 */
export const Type = Object.freeze({
  String: one('string'),
  Integer: one('integer'),
  Boolean: one('boolean'),
  Null: one('null'),
  Unknown: (options?: Schema) => ({ ...options }),
  Unsafe: (schema: Schema) => ({ ...schema }),
  Array: (items: Schema, options?: Schema) => ({ type: 'array', items, ...options }),
  Union: (anyOf: readonly Schema[], options?: Schema) => ({ anyOf, ...options }),
  Optional: (schema: Schema) => Object.defineProperty({ ...schema }, optional, { value: true }),
  Record: (_key: Schema, value: Schema, options?: Schema) => ({
    type: 'object',
    patternProperties: { '^.*$': value },
    ...options,
  }),
  Object: (properties: Readonly<Record<string, Schema>>, options?: Schema) => {
    const required = Object.keys(properties).filter((name) => !isOptional(properties[name]));
    return { type: 'object', ...(required.length > 0 && { required }), properties, ...options };
  },
});

const isOptional = (schema: Schema | undefined): boolean => schema !== undefined && optional in schema;
