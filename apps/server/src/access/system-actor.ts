import type { Actor } from './actor.ts';

/** The server itself, acting in a tenant: the seed, timers. Its permissions are never asked for. */
export const systemActor = (tenant: string, part = 'system'): Actor =>
  Object.freeze({ kind: 'system', tenant, id: part, name: 'System', permissions: new Set<string>() });
