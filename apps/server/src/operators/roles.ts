import {
  type OperatorRole,
  operationsOf,
  permissionIn,
  permissionInStore,
  routes,
  storeOperationsOf,
  updateOperator,
} from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { holds } from '../access/api-key.ts';
import { operatorProblems } from './operator.ts';

/** What every operator may do with sessions and passkeys of their own. */
const own = [
  'Backoffice:signOut',
  'Backoffice:getSession',
  'Backoffice:listSessions',
  'Backoffice:revokeSession',
  'Backoffice:listPasskeys',
  'Backoffice:addPasskey',
  'Backoffice:deletePasskey',
] as const;

const readUsers = [
  'IdentityStore:listStores',
  'IdentityStore:getStore',
  'IdentityStore:listUsers',
  'IdentityStore:getUser',
  'IdentityStore:getUserByExtId',
  'IdentityStore:findPasskeys',
  'IdentityStore:listPasskeys',
  'IdentityStore:listPasskeysByExtId',
  'IdentityStore:getPasskey',
  'IdentityStore:getPasskeyByExtId',
] as const;

const readConfiguration = [
  'IdentityStore:listRelyingParties',
  'IdentityStore:getRelyingParty',
  'IdentityStore:listRegistrationPolicies',
  'IdentityStore:getRegistrationPolicy',
  'IdentityStore:listTrustAnchors',
  'IdentityStore:listTrustSources',
  'IdentityStore:listAuthenticatorModels',
  'ProcessManager:listCustomDataForms',
  'ProcessManager:getCustomDataForm',
  'ThemeServer:listCustomPages',
  'ThemeServer:getCustomPage',
  'ThemeServer:listThemes',
  'ThemeServer:getTheme',
  'ThemeServer:listTexts',
  'ThemeServer:getEmbedding',
  'ProcessManager:listProcessDefinitions',
  'ProcessManager:getProcessDefinition',
  'ProcessManager:listActivities',
  'ProcessManager:listProcessTokens',
  'ProcessManager:getProcessToken',
] as const;

const readInstances = [
  'ProcessManager:listProcessInstances',
  'ProcessManager:getProcessInstance',
  'ProcessManager:getProcessInstanceHistory',
  'ProcessManager:getProcessInstanceSessionData',
  'ProcessManager:getProcessFunnel',
  'ProcessManager:getTestRun',
] as const;

/** Without `deployCustomPage`: a script that people run is published by a second person. */
const design = [
  'IdentityStore:tryRegistrationPolicy',
  'ProcessManager:createCustomDataForm',
  'ProcessManager:deployCustomDataForm',
  'ProcessManager:deleteCustomDataForm',
  'ThemeServer:createCustomPage',
  'ThemeServer:deleteCustomPage',
  'ThemeServer:createTheme',
  'ThemeServer:deployTheme',
  'ThemeServer:deleteTheme',
  'ThemeServer:setDefaultTheme',
  'ThemeServer:updateTexts',
  'ProcessManager:setProcessTheme',
  'ProcessManager:createProcessDefinition',
  'ProcessManager:updateProcessDefinition',
  'ProcessManager:deployProcessDefinition',
  'ProcessManager:deleteProcessDefinition',
  'ProcessManager:setProcessDefinitionTag',
  'ProcessManager:removeProcessDefinitionTag',
  'ProcessManager:setProcessRetention',
  'ProcessManager:testProcessDefinition',
  'ProcessManager:createProcessToken',
  'ProcessManager:updateProcessToken',
  'ProcessManager:deleteProcessToken',
] as const;

/** Without `createPasskeyRegistrationForUser`: whoever registers a passkey for somebody can become them. */
const support = [
  'IdentityStore:createUser',
  'IdentityStore:updateUser',
  'IdentityStore:updateUserByExtId',
  'IdentityStore:updateUserStatus',
  'IdentityStore:updateUserStatusByExtId',
  'IdentityStore:deleteUser',
  'IdentityStore:deleteUserByExtId',
  'IdentityStore:updatePasskey',
  'IdentityStore:updatePasskeyByExtId',
  'IdentityStore:deletePasskey',
  'IdentityStore:deletePasskeyByExtId',
  'ProcessManager:createProcessInstance',
  'ProcessManager:cancelProcessInstance',
  'ProcessManager:retryProcessInstance',
  'ProcessManager:reviewProcessInstance',
] as const;

const oversight = [
  'Audit:listAudit',
  'Audit:verifyAudit',
  'Platform:listTenants',
  'ArthrServer:listTenantApiKeys',
  'ArthrServer:getFromTenant',
  'Webhooks:listWebhooks',
  'Webhooks:getWebhook',
  'Webhooks:listWebhookDeliveries',
  'Backoffice:listOperators',
  'Backoffice:listInvitations',
] as const;

/** What each role may do: operations of the contract, the same that the API checks. */
export const roleOperations: Readonly<Record<OperatorRole, readonly string[]>> = Object.freeze({
  administrator: operationsOf(routes),
  designer: [...own, ...readUsers, ...readConfiguration, ...readInstances, ...design],
  support: [...own, ...readUsers, ...readConfiguration, ...readInstances, ...support],
  auditor: [...own, ...readUsers, ...readConfiguration, ...readInstances, ...oversight],
});

/** Operations of a store, and what tells nothing of people in another. */
const ofStores: ReadonlySet<string> = new Set(storeOperationsOf(routes));
const besideStores: ReadonlySet<string> = new Set([
  ...own,
  'IdentityStore:listStores',
  'IdentityStore:listAuthenticatorModels',
]);

/** The permissions of a role in full form. Held to stores: its operations in these, and nothing of people beyond. */
export function permissionsOf(
  tenant: string,
  role: OperatorRole,
  stores: readonly string[] | null,
): readonly string[] {
  const operations = roleOperations[role];
  if (stores === null) return operations.map((operation) => permissionIn(tenant, operation));
  return operations.flatMap((operation) => {
    if (ofStores.has(operation)) return stores.map((id) => permissionInStore(tenant, id, operation));
    return besideStores.has(operation) ? [permissionIn(tenant, operation)] : [];
  });
}

/** Throws `operator.role-not-held` when a role in these stores can do anything that the actor cannot. */
export function requireRoleHeld(actor: Actor, role: OperatorRole, stores: readonly string[] | null): void {
  if (permissionsOf(actor.tenant, role, stores).every((permission) => holds(actor, permission))) return;
  throw operatorProblems.create('operator.role-not-held');
}

/** Whether the actor sees and ends sessions and passkeys of every operator, not only their own. */
export const mayManageOperators = ({ tenant, permissions }: Actor): boolean =>
  permissions.has(permissionIn(tenant, updateOperator.permission));
