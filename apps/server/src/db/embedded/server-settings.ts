import { join } from 'node:path';

/**
 * Settings of the embedded server, given at each start so that an upgrade of ours reaches old data folders.
 * Durability is PostgreSQL's own default (fsync, synchronous_commit, full_page_writes) and is said here only
 * so that a changed postgresql.conf cannot switch it off.
 */
const settings: Readonly<Record<string, string>> = Object.freeze({
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  // Fewer, larger checkpoints: less is written twice, and recovery still takes seconds.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // Never the values of a statement or of a violated key: they are people's data.
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
});

/**
 * The folder of the server's Unix socket, which is a third faster than TCP: the cluster itself, which only its
 * owner enters. `undefined` where there are none, or where the path would not fit into a socket's address.
 */
export function socketFolder(cluster: string): string | undefined {
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.65535')) < 104;
  return fits && process.platform !== 'win32' ? cluster : undefined;
}

/** The command line of `postgres` for a cluster on a loopback port. */
export const serverArguments = (cluster: string, port: number): readonly string[] => [
  '-D',
  cluster,
  '-p',
  String(port),
  '-c',
  `unix_socket_directories=${socketFolder(cluster) ?? ''}`,
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];
