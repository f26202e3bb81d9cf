import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a measured server is given. */
export type ServerTask = {
  readonly connectionString: string;
  readonly poolSize: number;
  /** base64url of 32 bytes. */
  readonly secretKey: string;
  readonly tenant: string;
  readonly storeId: string;
  readonly relyingParty: string;
  readonly policy: string;
};

/** The origin at which the measured ceremonies claim to run. */
export const publicOrigin = 'http://localhost:3000';

/** Reads the task from the command line. */
export const taskOf = (argv: readonly string[]): ServerTask => JSON.parse(argv[2] ?? '{}');

/** Tells the parent the port, and ends when the parent says so or is gone. */
export function serving(server: Server, close: () => Promise<unknown>): void {
  const end = () => void close().then(() => process.exit(0));
  process.on('message', end);
  process.on('disconnect', end);
  process.send?.((server.address() as AddressInfo).port);
}
