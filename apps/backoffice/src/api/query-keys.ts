import type { Route } from '@latchkey/contract';

/**
 * The one place where answers get their names in the cache: subject, operation, input. Whoever changes something of a
 * subject invalidates the subject.
 */
export const queryKeys = Object.freeze({
  /** One answer of one route. */
  answer: (route: Route, input: unknown) => [route.tag, route.id, input] as const,
  /** All answers about a subject, which is the route's tag in the contract. */
  subject: (tag: string) => [tag] as const,
});
