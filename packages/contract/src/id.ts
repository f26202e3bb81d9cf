import { Type } from 'typebox';

/** An id of ours: 26 characters of upper-case base32. */
export const Id = Type.String({
  pattern: '^[A-Z2-7]{26}$',
  description: 'Identifier: 26 characters of upper-case base32',
  examples: ['T4NJA4PEEM6Q3GXSON5QQZYMG4'],
});

/** An id in a path. Loose on purpose: what does not look like an id is absent (404), not malformed. */
export const PathId = Type.String({ minLength: 1, maxLength: 64, description: 'Identifier' });

/** A name that stands in paths: of a store, a policy, a form. */
export const PathName = Type.String({ minLength: 1, maxLength: 128, description: 'Name' });

/** A relying party's domain, in a path. */
export const PathRelyingPartyId = Type.String({
  minLength: 1,
  maxLength: 253,
  description: 'Relying party ID: a domain',
});

/** An organisation's own id for a user, in a path. */
export const PathExternalId = Type.String({
  minLength: 1,
  maxLength: 128,
  description: 'External ID of the user, percent-encoded',
});
