export { fromBase64url, toBase64url } from './base64url.ts';
export type { Clock } from './clock.ts';
export { encodeId, isId, type NewId, newId } from './ids.ts';
export { defineProblems, type FieldError, Problem, type ProblemKind, type Problems } from './problem.ts';
