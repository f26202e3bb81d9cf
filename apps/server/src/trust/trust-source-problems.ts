import { defineProblems } from '@latchkey/kernel';

/** Why the file of a source of trust was not read. None tells its path, which only the server's log does. */
export const trustSourceProblems = defineProblems({
  'trust-source.file-missing': { title: 'The file is not there.', status: 503 },
  'trust-source.file-forbidden': { title: 'The server may not read the file.', status: 503 },
  'trust-source.file-unreadable': { title: 'The file cannot be read.', status: 503 },
});
