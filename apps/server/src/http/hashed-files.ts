import { type Stats, statSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

type Files = {
  /** Folder whose files have their content's hash in their names, each perhaps with a `.gz` beside it. */
  readonly directory: string;
  /** `/backoffice/assets/`: where they are served. */
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Serves files that never change under their names: kept by browsers for a year, compressed where they can be. */
export function hashedFiles(app: FastifyInstance, { directory, prefix, headers }: Files): void {
  ensureFolder(statSync(directory, { throwIfNoEntry: false }), directory);
  app.register(fastifyStatic, {
    root: directory,
    prefix,
    decorateReply: false,
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      reply.headers(headers);
      reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
}

function ensureFolder(found: Stats | undefined, directory: string): void {
  if (!found?.isDirectory()) throw new Error(`${directory} holds no files to serve.`);
}
