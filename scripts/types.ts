import { spawnSync } from 'node:child_process';

/** The browser's code knows other globals than the server's. */
const projects = ['tsconfig.json', 'apps/journey/tsconfig.json', 'apps/backoffice/tsconfig.json'];

const failed = projects.filter(
  (project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length > 0 ? 1 : 0;
