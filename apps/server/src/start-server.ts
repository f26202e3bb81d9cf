import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { buildBackoffice } from '@latchkey/backoffice';
import { buildClient } from '@latchkey/journey';
import { defineProblems, newId } from '@latchkey/kernel';
import packageFile from '../package.json' with { type: 'json' };
import { type Composition, compose } from './compose.ts';
import type { Config } from './config.ts';
import { startDatabase } from './db/start-database.ts';
import type { DemoFacts } from './demo/demo-facts.ts';
import { openDemo } from './demo/open-demo.ts';
import { openLog } from './http/log.ts';
import { metadataSettings } from './metadata-settings.ts';
import { sealLinks } from './processes/seal-links.ts';
import { loadSecretKeys } from './secret-key.ts';

/** A server that serves. */
export type LatchkeyServer = {
  readonly baseUrl: string;
  /** The demo tenant, where the database has it. */
  readonly demo: DemoFacts | undefined;
  /** Answers what is under way, then lets go of the database. */
  readonly stop: () => Promise<void>;
  /** Resolves with a sentence when the embedded PostgreSQL ended unasked. */
  readonly died: Promise<string>;
};

const startProblems = defineProblems({
  'server.port-taken': { title: 'The port is taken.', status: 500 },
});

/**
 * Starts everything: database, tables, page, demo, HTTP, timers. Throws a Problem with one sentence for the operator;
 * nothing keeps running when it throws.
 */
export async function startServer(config: Config): Promise<LatchkeyServer> {
  const log = openLog(config.logLevel);
  const [{ database, stop: stopDatabase, died }, assets, backoffice] = await Promise.all([
    startDatabase(config, (sentence) => log.info(sentence)),
    buildClient(),
    buildBackoffice(),
  ]);
  try {
    let origin = config.publicUrl ?? '';
    const [secretKey, ...formerSecretKeys] = loadSecretKeys(config);
    let content = config.contentUrl;
    const publicUrl = () => origin;
    const contentUrl = () => content;
    const { version } = packageFile;
    const server = await compose({
      database,
      log,
      now: Date.now,
      secretKey,
      formerSecretKeys,
      publicUrl,
      contentUrl,
      assets,
      backoffice,
      version,
      platformTenant: config.platformTenant,
      baseDomain: config.baseDomain,
      takeoverAlarm: config.takeoverAlarm,
      rates: config.rates,
      poolSize: config.poolSize,
      trustedProxies: config.trustedProxies,
      metadata: metadataSettings(config),
      allowance: config.egressAllow,
    });
    const sealed = await sealLinks({ ...server, database, newId });
    if (sealed > 0) log.info(`Sealed the ids of ${sealed} process tokens.`);
    const port = await listen(server.app, config);
    origin = config.publicUrl ?? `http://localhost:${port}`;
    content = await listenForContent(server, config, { origin, port });
    const demo = await openDemo({
      ...server,
      tokens: server.access.tokens,
      database,
      now: Date.now,
      secretKey,
      baseUrl: origin,
    });
    server.clockwork.start();
    await server.deliveries.start();
    server.housekeeping.start();
    const stop = async () => {
      await Promise.all([
        server.clockwork.stop(),
        server.housekeeping.stop(),
        server.deliveries.stop(),
        server.app.close(),
        server.contentHost.close(),
      ]);
      await stopDatabase();
    };
    return { baseUrl: origin, demo, stop, died };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/**
 * Opens the content host and answers its origin: the one that is set, else 127.0.0.1 beside localhost; `undefined`
 * beside any other origin, where people could not reach it.
 */
async function listenForContent(
  { app, contentHost }: Composition,
  config: Config,
  own: { readonly origin: string; readonly port: number },
): Promise<string | undefined> {
  const { contentUrl, host } = config;
  if (contentUrl === undefined && new URL(own.origin).hostname !== 'localhost') return undefined;
  const port = config.contentPort ?? (config.port === 0 ? 0 : own.port + 1);
  const name = 'CONTENT_PORT';
  try {
    if (contentUrl !== undefined) {
      await listen(contentHost, { host, port }, name);
      return contentUrl;
    }
    const place = { host: '127.0.0.1', port };
    const isFree = config.contentPort !== undefined || (await isFreePort(port));
    return `http://127.0.0.1:${await listen(contentHost, isFree ? place : { ...place, port: 0 }, name)}`;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function isFreePort(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

async function listen(
  app: Composition['app'],
  { host, port }: Pick<Config, 'host' | 'port'>,
  setting = 'PORT',
): Promise<number> {
  try {
    await app.listen({ host, port });
    return (app.server.address() as AddressInfo).port;
  } catch (cause) {
    await app.close();
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw startProblems.create('server.port-taken', {
      detail: `Port ${port} is taken by another program; stop it, or choose another with ${setting}.`,
      cause,
    });
  }
}
