import { type CborMap, type CborValue, isBytes, isCborMap } from '../cbor/cbor-value.ts';
import { ensure } from '../fault.ts';

/** The statement, when it is a map of exactly these members; the optional ones may be missing. Throws a Fault. */
export function statementMembers(
  statement: CborValue,
  required: readonly string[],
  optional: readonly string[] = [],
): CborMap {
  ensure(isCborMap(statement), 'attStmt is not a map.');
  for (const name of required) ensure(statement.has(name), `The statement has no ${name}.`);
  const known = required.length + optional.filter((name) => statement.has(name)).length;
  ensure(statement.size === known, 'The statement has unknown members.');
  return statement;
}

/** A byte string among the members. Throws a Fault. */
export function bytesMember(statement: CborMap, name: string): Uint8Array {
  const value = statement.get(name);
  ensure(isBytes(value), `${name} is not a byte string.`);
  return value;
}
