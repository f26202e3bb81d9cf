/** What is wrong with some bytes, in one sentence. A ceremony turns it into a Problem; it never leaves the package. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** Throws a Fault unless `fact` holds. */
export function ensure(fact: boolean, otherwise: string): asserts fact {
  if (!fact) throw new Fault(otherwise);
}

/** The value, or a Fault when there is none. */
export function ensured<T>(value: T | undefined | null, otherwise: string): T {
  if (value === undefined || value === null) throw new Fault(otherwise);
  return value;
}

/** Runs code of others and turns whatever it throws into a Fault; a Fault stays what it is. */
export function orFault<T>(otherwise: string, body: () => T): T {
  try {
    return body();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(otherwise, { cause });
  }
}
