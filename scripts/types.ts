import { execFileSync } from 'node:child_process';

for (const project of ['tsconfig.json', 'apps/journey/tsconfig.json']) {
  execFileSync('tsc', ['-p', project], { stdio: 'inherit' });
}
