import { parseArgs } from 'node:util';
import { newId, Problem } from '@latchkey/kernel';
import { readConfig } from './config.ts';
import { greeting } from './demo/greeting.ts';
import { type LatchkeyServer, startServer } from './start-server.ts';
import { untilAskedToStop } from './until-asked-to-stop.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

try {
  const config = readConfig();
  const asked = untilAskedToStop({ withParent: config.isUnderNpm });
  const server = await startServer(config);
  announce(server);
  const death = server.died.then((sentence) => Promise.reject(new Error(sentence)));
  await Promise.race([asked, death]).finally(server.stop);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Problem ? (error.detail ?? error.title) : error);
}

/** One line for programs, or what a person wants to read. */
function announce({ baseUrl, demo }: LatchkeyServer): void {
  if (options.json) console.log(JSON.stringify(demo ?? { baseUrl }));
  else
    console.log(
      demo ? greeting(demo, `jane-${newId().slice(0, 6).toLowerCase()}`) : `Latchkey is ready at ${baseUrl}`,
    );
}
