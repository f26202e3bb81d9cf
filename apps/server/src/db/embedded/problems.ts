import { defineProblems } from '@latchkey/kernel';

/** Why the embedded PostgreSQL cannot serve from its data folder. Each `detail` is one sentence for the operator. */
export const databaseFolderProblems = defineProblems({
  'database.no-binaries': { title: 'The embedded PostgreSQL is not installed completely.', status: 500 },
  'database.folder-in-use': { title: 'Another process holds the data folder.', status: 500 },
  'database.folder-unusable': { title: 'The data folder cannot be used.', status: 500 },
  'database.no-system-user': {
    title: 'No system user can be made for the embedded PostgreSQL.',
    status: 500,
  },
  'database.start-failed': { title: 'The embedded PostgreSQL did not start.', status: 500 },
});
