import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { requestProblems } from '../http/request-problems.ts';
import { isRelyingPartyId } from './relying-party-id.ts';
import { type Published, publishedBy, publisherOf } from './well-known.sql.ts';

/**
 * What browsers and password managers ask of a relying party's own domain: `/.well-known/webauthn` (WebAuthn L3
 * section 5.11) and `/.well-known/passkey-endpoints`. The host only chooses among what is configured; of tenants with
 * the same relying party id the first one answers.
 */
export const wellKnownHttp =
  ({ sql }: { readonly sql: Sql }) =>
  (app: FastifyInstance): void => {
    const published = async (request: FastifyRequest): Promise<Published> => {
      const rpId = request.hostname.toLowerCase();
      const tenant = isRelyingPartyId(rpId) ? await publisherOf(sql, rpId) : undefined;
      if (tenant === undefined) throw requestProblems.create('request.unknown-route');
      return await inTenant(tenant, () => publishedBy(sql, tenant, rpId));
    };
    app.get('/.well-known/webauthn', async (request, reply) => {
      const { relatedOrigins } = await published(request);
      if (relatedOrigins.length === 0) throw requestProblems.create('request.unknown-route');
      return reply.header('cache-control', cached).send({ origins: relatedOrigins });
    });
    app.get('/.well-known/passkey-endpoints', async (request, reply) => {
      const { enrollUrl: enroll, manageUrl: manage } = await published(request);
      if (enroll === null && manage === null) throw requestProblems.create('request.unknown-route');
      const endpoints = { ...(enroll !== null && { enroll }), ...(manage !== null && { manage }) };
      return reply.header('cache-control', cached).send(endpoints);
    });
  };

const cached = 'public, max-age=300';
