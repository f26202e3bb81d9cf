import type { FastifyInstance } from 'fastify';
import { requestProblems } from './request-problems.ts';

/** `/health/live`: the process answers. `/health/ready`: it can serve; 503 while `ready` throws. */
export function health(ready: () => Promise<unknown>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/health/live', async () => ({ status: 'live' }));
    app.get('/health/ready', async () => {
      await ready().catch((cause: unknown) => {
        throw requestProblems.create('server.unavailable', { retryAfterSeconds: 1, cause });
      });
      return { status: 'ready' };
    });
  };
}
