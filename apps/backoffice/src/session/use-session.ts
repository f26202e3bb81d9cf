import { permissionsFor, type Route } from '@latchkey/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/** The signed-in operator, tenant and permissions. Only below the shell, which has read them. */
export const useSession = () => useSuspenseQuery(sessionQuery()).data;

/** Asks whether the operator may call a route, in some identity store at least: `const may = useMay(); may(contract.deleteUser) && <Button…/>`. */
export function useMay(): (route: Pick<Route, 'permission' | 'orPermission'>) => boolean {
  const { tenant, permissions } = useSession();
  const held = new Set(permissions.map((one) => one.replace(/#STO#[^#]*/, '')));
  return (route) =>
    route.permission === 'public' || permissionsFor(tenant, route).some((one) => held.has(one));
}
