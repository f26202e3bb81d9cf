import { Type } from 'typebox';
import { Closed, OptionalText } from './fields.ts';
import { defineRoute } from './route.ts';

const tag = 'OAuth';

const clientFields = {
  client_id: OptionalText(128, 'Client id, unless sent by HTTP Basic'),
  client_secret: OptionalText(256, 'Client secret, unless sent by HTTP Basic'),
} as const;

export const issueAccessToken = defineRoute({
  id: 'issueAccessToken',
  method: 'POST',
  path: '/oauth/token',
  tag,
  summary: 'Client credentials grant (RFC 6749 section 4.4)',
  permission: 'public',
  bodyType: 'form',
  failures: 'oauth',
  body: Closed({
    grant_type: Type.Optional(Type.String({ maxLength: 64, description: '`client_credentials`' })),
    ...clientFields,
    scope: OptionalText(8192, 'Some of the permissions of the client, separated by spaces'),
  }),
  status: 200,
  output: Closed({
    access_token: Type.String({ description: 'JWT access token (RFC 9068)' }),
    token_type: Type.String({ description: '`Bearer`' }),
    expires_in: Type.Integer({ description: 'Seconds until it expires' }),
    scope: Type.Optional(Type.String({ description: 'The scope, when one was asked for' })),
  }),
  problems: [
    'oauth.invalid-request',
    'oauth.invalid-client',
    'oauth.invalid-scope',
    'oauth.unsupported-grant-type',
  ],
});

export const revokeToken = defineRoute({
  id: 'revokeToken',
  method: 'POST',
  path: '/oauth/revoke',
  tag,
  summary: 'Revoke an access token of this client (RFC 7009)',
  permission: 'public',
  bodyType: 'form',
  failures: 'oauth',
  body: Closed({
    token: Type.Optional(Type.String({ maxLength: 8192, description: 'The access token' })),
    token_type_hint: OptionalText(64, 'Not needed'),
    ...clientFields,
  }),
  status: 200,
  output: Closed({}),
  problems: ['oauth.invalid-request', 'oauth.invalid-client'],
});

export const readKeys = defineRoute({
  id: 'readKeys',
  method: 'GET',
  path: '/.well-known/jwks.json',
  tag,
  summary: 'Public keys of access tokens (RFC 7517)',
  permission: 'public',
  status: 200,
  output: Closed({
    keys: Type.Array(
      Closed({
        kid: Type.String({ description: 'Key id' }),
        kty: Type.String({ description: '`EC`' }),
        crv: Type.String({ description: '`P-256`' }),
        x: Type.String({ description: 'Coordinate, base64url' }),
        y: Type.String({ description: 'Coordinate, base64url' }),
        alg: Type.String({ description: '`ES256`' }),
        use: Type.String({ description: '`sig`' }),
      }),
      { description: 'The keys' },
    ),
  }),
  problems: [],
});

const texts = (description: string) => Type.Array(Type.String(), { description });

export const readAuthorizationServer = defineRoute({
  id: 'readAuthorizationServer',
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  tag,
  summary: 'Authorization server metadata (RFC 8414)',
  permission: 'public',
  status: 200,
  output: Closed({
    issuer: Type.String({ description: 'Issuer of the tokens' }),
    token_endpoint: Type.String({ description: 'Where tokens are issued' }),
    revocation_endpoint: Type.String({ description: 'Where tokens are revoked' }),
    jwks_uri: Type.String({ description: 'Where the public keys are' }),
    grant_types_supported: texts('Grants'),
    response_types_supported: texts('None: there is no authorization endpoint'),
    token_endpoint_auth_methods_supported: texts('How a client authenticates'),
    scopes_supported: texts('Permissions without their tenant'),
  }),
  problems: [],
});

export const oauthRoutes = [issueAccessToken, revokeToken, readKeys, readAuthorizationServer] as const;
