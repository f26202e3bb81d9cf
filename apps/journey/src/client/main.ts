import { run } from './run.ts';

// A Custom Page needs another policy and another module: the server sends both with the whole document.
run(() => location.reload());
