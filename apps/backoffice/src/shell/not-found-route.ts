import { createRoute } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { shellRoute } from './shell-route.ts';

/** Every other address, within the frame. */
export const notFoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFound,
});
