import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { requestProblems } from '../http/request-problems.ts';
import { isRelyingPartyId } from './relying-party-id.ts';
import { type Published, publishedBy, publishersOf } from './well-known.sql.ts';

type Needs = {
  readonly sql: Sql;
  /** The tenant whose host it is, by the configuration. */
  readonly tenantOfHost: (host: string) => string | undefined;
  readonly platformTenant?: string | undefined;
};

/**
 * What browsers and password managers ask of a relying party's own domain: `/.well-known/webauthn` (WebAuthn L3
 * section 5.11) and `/.well-known/passkey-endpoints`. The host only chooses among what is configured. A tenant's host
 * answers for that tenant. At any other host the platform's tenant answers, or the only one with that relying party id:
 * of several nobody does, since nothing says whose domain it is.
 */
export const wellKnownHttp =
  ({ sql, tenantOfHost, platformTenant }: Needs) =>
  (app: FastifyInstance): void => {
    const publisher = async (rpId: string): Promise<string | undefined> => {
      const publishers = await publishersOf(sql, rpId);
      const named = tenantOfHost(rpId);
      if (named !== undefined) return publishers.find((tenant) => tenant === named);
      return publishers.find((tenant) => tenant === platformTenant) ?? onlyOne(publishers);
    };
    const published = async (request: FastifyRequest): Promise<Published> => {
      const rpId = request.hostname.toLowerCase();
      const tenant = isRelyingPartyId(rpId) ? await publisher(rpId) : undefined;
      if (tenant === undefined) throw requestProblems.create('request.unknown-route');
      return await inTenant(tenant, () => publishedBy(sql, tenant, rpId));
    };
    app.get('/.well-known/webauthn', async (request, reply) => {
      const { relatedOrigins } = await published(request);
      if (relatedOrigins.length === 0) throw requestProblems.create('request.unknown-route');
      return reply.headers(forAnybody).send({ origins: relatedOrigins });
    });
    app.get('/.well-known/passkey-endpoints', async (request, reply) => {
      const { enrollUrl: enroll, manageUrl: manage } = await published(request);
      if (enroll === null && manage === null) throw requestProblems.create('request.unknown-route');
      const endpoints = { ...(enroll !== null && { enroll }), ...(manage !== null && { manage }) };
      return reply.headers(forAnybody).send(endpoints);
    });
  };

const onlyOne = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

/** Read by browsers for other sites. */
const forAnybody = Object.freeze({
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
});
