import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codingFor, compress, compressedOnce } from './compression.ts';

/** Less than this fits a packet anyway. */
const worthBytes = 1_024;
const texts = /^(?:text\/html|application\/json)\b/;

/**
 * Compresses pages and views, each for its one answer. What they repeat of the person's own input stands beside no
 * secret that lives longer than the answer (its nonce), so lengths tell a stranger nothing worth having.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !texts.test(String(reply.getHeader('content-type')))) return payload;
    vary(reply, 'accept-encoding');
    const coding = codingOf(request);
    if (coding === undefined || payload.length < worthBytes) return payload;
    reply.header('content-encoding', coding).removeHeader('content-length');
    return compress(payload, coding, 'each');
  });
}

/** Serves a module that never changes under its address, compressed once. */
export function serveModule(app: FastifyInstance, path: string, script: string): void {
  const coded = compressedOnce(script);
  app.get(path, (request, reply) => {
    const coding = codingOf(request);
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    if (coding === undefined) return reply.send(script);
    return reply.header('content-encoding', coding).send(coded[coding]);
  });
}

/** Names one more header of the request on which the answer depends. */
export function vary(reply: FastifyReply, header: string): void {
  const named = reply.getHeader('vary');
  reply.header('vary', named === undefined ? header : `${named}, ${header}`);
}

function codingOf({ headers }: FastifyRequest) {
  const accepted = headers['accept-encoding'];
  return codingFor(typeof accepted === 'string' ? accepted : undefined);
}
