// Loaded before everything else. Plain JavaScript, so that an older Node can say what it lacks.
import { existsSync } from 'node:fs';

const major = Number(process.versions.node.split('.')[0]);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!existsSync(new URL('../node_modules', import.meta.url)))
  stop('Nothing is installed yet: run npm ci first.');
if (major < 24) {
  stop(
    `Latchkey needs Node 24 or newer and this is ${process.version}: run npm ci without --ignore-scripts, which installs its own Node 24, and start it with npm run.`,
  );
}
