export { defineRoute, type Route, type RouteInput, type RouteOutput } from './route.ts';
