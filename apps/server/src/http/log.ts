import { type Logger, pino } from 'pino';

/** What the server writes about itself. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Never in a log, wherever they stand: what lets somebody in. */
const secrets = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'client_secret',
  'clientSecret',
  'token',
];
const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** JSON lines on stderr, so that stdout stays for what people and scripts read. */
export const openLog = (level: string, destination: pino.DestinationStream = pino.destination(2)): Logger =>
  pino({ level, redact: { paths, censor: '[redacted]' } }, destination);
