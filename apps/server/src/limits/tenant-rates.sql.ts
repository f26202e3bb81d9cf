import type { Sql, Statement } from '../db/sql.ts';

const select: Statement = {
  name: 'tenants.rates',
  text: `select max_requests_per_minute as "requestsPerMinute",
      max_client_requests_per_minute as "clientRequestsPerMinute",
      max_operator_requests_per_minute as "operatorRequestsPerMinute",
      max_visitor_requests_per_minute as "visitorRequestsPerMinute",
      max_registrations_per_user_and_hour as "registrationsPerUserAndHour"
    from tenants where id = $1`,
};

/** What a tenant says about rates; null: what is usual, and for its requests as a whole any number. */
export type TenantRates = {
  readonly requestsPerMinute: number | null;
  readonly clientRequestsPerMinute: number | null;
  readonly operatorRequestsPerMinute: number | null;
  readonly visitorRequestsPerMinute: number | null;
  readonly registrationsPerUserAndHour: number | null;
};

/** The rates of a tenant. */
export const selectTenantRates = (sql: Sql, tenant: string): Promise<TenantRates | undefined> =>
  sql.row<TenantRates>(select, [tenant]);
