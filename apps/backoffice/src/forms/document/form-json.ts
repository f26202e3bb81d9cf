/** A JSON object as it came: members that we do not know are kept. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The way to a value: names of members and places in lists. */
export type Path = readonly (string | number)[];

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; `undefined` where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isObject(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

/**
 * The same value with another one at a path; `undefined` takes the member away. Everything beside the path stays as it
 * is, in its order; what is missing on the way becomes an object.
 */
export function withValue<Value>(value: Value, path: Path, next: unknown): Value {
  const [step, ...rest] = path;
  if (step === undefined) return next as Value;
  if (Array.isArray(value)) {
    return value.map((item, place) => (place === Number(step) ? withValue(item, rest, next) : item)) as Value;
  }
  const object: JsonObject = isObject(value) ? value : {};
  if (rest.length === 0 && next === undefined) {
    const { [step]: _gone, ...others } = object;
    return others as Value;
  }
  return { ...object, [step]: withValue(object[step], rest, next) } as Value;
}

/** As the builder writes a document: two spaces, members in their order. */
export const written = (document: JsonObject): string => JSON.stringify(document, null, 2);
