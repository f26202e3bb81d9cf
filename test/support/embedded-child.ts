import { Problem } from '@latchkey/kernel';
import { embeddedPostgres } from '../../apps/server/src/db/embedded/embedded-postgres.ts';

/** A server process reduced to its database: says when it is ready, and stops on a signal as the server does. */
const say = (line: object) => console.log(JSON.stringify(line));

try {
  const server = await embeddedPostgres({
    dataDir: process.argv[2] ?? '',
    log: (sentence) => say({ sentence }),
  });
  const stop = () => server.stop().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  server.died.then((sentence) => {
    say({ sentence });
    process.exit(1);
  });
  say({ connectionString: server.ownerConnectionString });
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
