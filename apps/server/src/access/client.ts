import type { Actor } from './actor.ts';

/** A client of the API that may act: active, not expired. */
export type Client = {
  readonly tenant: string;
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly permissions: readonly string[];
};

/** The client as an actor; a scope narrows what it may, never widens. */
export function actorOf(client: Client, scope?: string): Actor {
  const wanted = scope === undefined ? undefined : new Set(scope.split(' '));
  const permissions = wanted
    ? client.permissions.filter((permission) => wanted.has(permission))
    : client.permissions;
  return Object.freeze({
    kind: 'client',
    tenant: client.tenant,
    id: client.id,
    name: `API Key: ${client.name}`,
    permissions: new Set(permissions),
  });
}
