export * from './activities.ts';
export * from './api-keys.ts';
export * from './audit.ts';
export * from './authenticators.ts';
export * from './custom-page-routes.ts';
export * from './custom-pages.ts';
export * from './definition-uses.ts';
export * from './embedding.ts';
export { commonCodes, type Failure, type Failures, failuresOf, statusRule } from './failures.ts';
export { Clearable, Closed, changeFields, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
export * from './forms.ts';
export { Id, PathExternalId, PathId, PathName } from './id.ts';
export * from './oauth.ts';
export { type OpenApi, openApi } from './openapi.ts';
export * from './operator-passkeys.ts';
export * from './operator-sign-in.ts';
export * from './operators.ts';
export { type Page, PageOf, type PageRequest, pageOf, pageQuery } from './page.ts';
export * from './passkey-authentications.ts';
export * from './passkey-registrations.ts';
export * from './passkeys.ts';
export {
  isOfStore,
  operationsOf,
  permissionFor,
  permissionIn,
  permissionInStore,
  permissionsFor,
  storeOperationsOf,
} from './permission.ts';
export * from './policy-demands.ts';
export * from './policy-templates.ts';
export * from './policy-trials.ts';
export { ProblemBody } from './problem.ts';
export * from './process-definition-tags.ts';
export * from './process-definitions.ts';
export * from './process-funnel.ts';
export * from './process-instance.ts';
export * from './process-instances.ts';
export * from './process-retention.ts';
export * from './process-tokens.ts';
export * from './registration-policies.ts';
export * from './relying-parties.ts';
export { defineRoute, type Route, type RouteInput, type RouteOutput } from './route.ts';
export { routes } from './routes.ts';
export * from './stores.ts';
export * from './tenants.ts';
export * from './test-run-acts.ts';
export * from './test-runs.ts';
export * from './texts.ts';
export * from './theme-choices.ts';
export * from './theme-design.ts';
export * from './themes.ts';
export * from './user-routes.ts';
export { UserStatus, userStatuses } from './user-status.ts';
export { NewUser, User, UserChange } from './users.ts';
export * from './webhook-events.ts';
export * from './webhooks.ts';
