import { isTenantId } from './tenant.ts';

/** Host names of tenants, as the configuration lays them out: `{tenant}.{base domain}`. */
export type TenantHosts = {
  /** The tenant whose host this is, existing or not; `undefined` for every other host. */
  readonly tenantOf: (host: string | undefined) => string | undefined;
  /** The origin at which people see a tenant's pages. */
  readonly originOf: (tenant: string | undefined) => string;
};

/** Without a base domain every tenant is at the one address of the platform. */
export function tenantHosts(baseDomain: string | undefined, publicUrl: () => string): TenantHosts {
  if (baseDomain === undefined) return { tenantOf: () => undefined, originOf: publicUrl };
  const ending = `.${baseDomain}`;
  return {
    tenantOf: (host) => {
      const name = host?.toLowerCase().replace(/:\d+$/, '');
      if (name === undefined || !name.endsWith(ending) || name === new URL(publicUrl()).hostname)
        return undefined;
      const label = name.slice(0, -ending.length);
      return isTenantId(label) ? label : undefined;
    },
    originOf: (tenant) => {
      const { protocol, port, origin } = new URL(publicUrl());
      return tenant === undefined ? origin : `${protocol}//${tenant}${ending}${port && `:${port}`}`;
    },
  };
}
