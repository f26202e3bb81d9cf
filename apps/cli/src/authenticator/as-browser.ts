import { Problem } from '@latchkey/kernel';

/** Runs a ceremony; where a browser would reject, throws the Problem `authenticator.refused`. */
export function asBrowser<Result>(ceremony: () => Result): Result {
  try {
    return ceremony();
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    const kind = { title: 'The authenticator refuses.', status: 409 };
    throw new Problem('authenticator.refused', kind, { detail: `${cause.name}: ${cause.message}`, cause });
  }
}
