/**
 * Settings of the embedded server, given at each start so that an upgrade of ours reaches old data folders.
 * Durability is PostgreSQL's own default (fsync, synchronous_commit, full_page_writes) and is said here only
 * so that a changed postgresql.conf cannot switch it off.
 */
const settings: Readonly<Record<string, string>> = Object.freeze({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
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
  // Never the values of a statement: they are people's data.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
});

/** The command line of `postgres` for a cluster on a loopback port. */
export const serverArguments = (cluster: string, port: number): readonly string[] => [
  '-D',
  cluster,
  '-p',
  String(port),
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];
