import { Type } from 'typebox';

/** What a user may do; product words. */
export const userStatuses = ['ACTIVE', 'LOCKED', 'TEMP_LOCKED', 'DISABLED', 'PENDING_ACTIVE'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** How a status is written in a request. */
export const statusText = `Status: ${userStatuses.join(', ')}, or the words active, locked, disabled, pending`;

/** A status in a request: the product's words, or the guide's (`pending`, `active`, `locked`, `disabled`). */
export const UserStatus = Type.String({ maxLength: 32, description: statusText });
