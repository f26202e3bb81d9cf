import type { Actor } from '../access/actor.ts';

const nobodysPermissions: ReadonlySet<string> = new Set();

/** The person at the hosted page of an instance. */
export const journeyActor = ({ tenant, id }: { readonly tenant: string; readonly id: string }): Actor => ({
  kind: 'journey',
  tenant,
  id,
  name: 'Journey',
  permissions: nobodysPermissions,
});

/** The server's own clockwork, acting for an instance. */
export const clockworkActor = ({ tenant }: { readonly tenant: string }): Actor => ({
  kind: 'system',
  tenant,
  id: 'clockwork',
  name: 'System',
  permissions: nobodysPermissions,
});
