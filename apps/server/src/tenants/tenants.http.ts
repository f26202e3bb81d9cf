import * as contract from '@latchkey/contract';
import { type Bound, bind } from '../http/bind.ts';
import {
  createTenant,
  deleteTenant,
  getTenant,
  listTenants,
  setTenantLimits,
  type TenantNeeds,
} from './manage-tenants.ts';

/** The routes of tenants. */
export const tenantsHttp = (needs: TenantNeeds): readonly Bound[] => [
  bind(contract.createTenant, ({ actor, body }) => createTenant(needs, actor, body)),
  bind(contract.listTenants, ({ actor, query }) => listTenants(needs, actor, query)),
  bind(contract.getTenant, ({ actor, params }) => getTenant(needs, actor, params.tenantId)),
  bind(contract.updateTenantLimits, ({ actor, params, body }) =>
    setTenantLimits(needs, actor, params.tenantId, body),
  ),
  bind(contract.deleteTenant, ({ actor, params }) => deleteTenant(needs, actor, params.tenantId)),
];
