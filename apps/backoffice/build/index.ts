export { type BackofficeAssets, backofficePath, buildBackoffice } from './build-backoffice.ts';
export { noncePlaceholder } from './bundle-backoffice.ts';
