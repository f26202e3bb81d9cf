import type { Actor } from '../access/actor.ts';

/** The action of a start by somebody who can thereby become the user: whoever is told of it watches this one. */
export const startedForUser = 'passkey-registration.started-for-user';

/** What the audit calls a start: a person in a journey starts for themselves, everybody else for a user. */
export const startedBy = ({ kind }: Pick<Actor, 'kind'>): string =>
  kind === 'journey' ? 'passkey-registration.started' : startedForUser;

/** Which operator or API key it was: names may change, and two may have the same. */
export const idOf = ({ kind, id }: Pick<Actor, 'kind' | 'id'>): Readonly<Record<string, string>> => {
  if (kind === 'operator') return { operatorId: id };
  return kind === 'client' ? { apiKeyId: id } : {};
};
