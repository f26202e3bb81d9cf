import type { Route } from '@latchkey/contract';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The route of the API without whose permission the screen is of no use. */
    readonly needs?: Pick<Route, 'permission' | 'orPermission'>;
  }
}
