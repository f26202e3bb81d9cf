/** One fault of one field of the input: `pointer` is a JSON pointer (RFC 6901). */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** What a failure is, independent of where it happens: its sentence and its HTTP status. */
export type ProblemKind = { readonly title: string; readonly status: number };

type ProblemDetails = {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Plain data for the operator (instance page, audit); never shown to an end user. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
};

/** A failure with a stable code. Becomes RFC 9457 problem+json over HTTP and a boundary event in a process. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, kind: ProblemKind, details: ProblemDetails = {}) {
    super(details.detail ?? kind.title, details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = kind.status;
    this.title = kind.title;
    this.detail = details.detail;
    this.errors = details.errors ?? [];
    this.facts = details.facts ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** A table of problems: `create(code, details)` makes one; a code outside the table does not compile. */
export type Problems<Code extends string> = {
  readonly kinds: Readonly<Record<Code, ProblemKind>>;
  readonly create: (code: Code, details?: ProblemDetails) => Problem;
};

/** Declares the problems of one subject, next to the types that they concern. */
export function defineProblems<const Code extends string>(
  kinds: Readonly<Record<Code, ProblemKind>>,
): Problems<Code> {
  return Object.freeze({
    kinds: Object.freeze(kinds),
    create: (code: Code, details?: ProblemDetails) => new Problem(code, kinds[code], details),
  });
}
