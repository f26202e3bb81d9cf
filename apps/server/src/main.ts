import { parseArgs } from 'node:util';
import { Problem } from '@latchkey/kernel';
import { readConfig } from './config.ts';
import { greeting } from './demo/greeting.ts';
import { type LatchkeyServer, startServer } from './start-server.ts';
import { untilAskedToStop } from './until-asked-to-stop.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

try {
  const config = readConfig();
  const server = await startServer(config);
  announce(server);
  await untilAskedToStop({ died: server.died, withParent: config.isUnderNpm });
  await server.stop();
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Problem ? (error.detail ?? error.title) : error);
}

/** One line for programs, or what a person wants to read. */
function announce({ baseUrl, demo }: LatchkeyServer): void {
  if (options.json) console.log(JSON.stringify(demo ?? { baseUrl }));
  else console.log(demo ? greeting(demo) : `Latchkey is ready at ${baseUrl}`);
}
