import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { defineRoute } from './route.ts';

/** Most origins that may embed the journeys of a tenant. */
export const mostEmbedders = 20;

/** Who may show the journeys of a tenant in a frame. */
export const Embedding = Closed(
  {
    origins: Type.Array(
      Type.String({ maxLength: 255, description: 'Exact origin, as `https://shop.example.org`' }),
      {
        maxItems: mostEmbedders,
        description: 'Origins of the pages that may embed journeys and hear their events; nobody when empty',
      },
    ),
  },
  { description: 'Who may show journeys in a frame' },
);
export type Embedding = Static<typeof Embedding>;

const path = '/api/theme-server/embedding';

export const getEmbedding = defineRoute({
  id: 'getEmbedding',
  method: 'GET',
  path,
  tag: 'Embedding',
  summary: 'Read which sites may show journeys in a frame',
  permission: 'ThemeServer:getEmbedding',
  status: 200,
  output: Embedding,
  problems: [],
});

export const setEmbedding = defineRoute({
  id: 'setEmbedding',
  method: 'POST',
  path,
  tag: 'Embedding',
  summary: 'Set which sites may show journeys in a frame',
  permission: 'ThemeServer:setEmbedding',
  body: Embedding,
  status: 200,
  output: Embedding,
  problems: ['embedding.origin-invalid'],
});

export const embeddingRoutes = [getEmbedding, setEmbedding] as const;
