import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with Custom Pages. A refused upload names its entry in `detail`. */
export const pageProblems = defineProblems({
  'page.not-found': { title: 'There is no such page.', status: 404 },
  'page.file-not-found': { title: 'The page has no such file.', status: 404 },
  'page.content-missing': {
    title: 'A page is made of one archive, of documents, of another version, or of an address.',
    status: 422,
  },
  'page.content-host-missing': {
    title: 'This server has no content host; an operator sets one with CONTENT_URL.',
    status: 409,
  },
  'page.external-url-invalid': { title: 'The base app URL cannot be shown.', status: 422 },
  'page.archive-unreadable': { title: 'The upload is no readable .zip or .tar.gz.', status: 422 },
  'page.too-large': { title: 'The page is too large.', status: 413 },
  'page.too-many-files': { title: 'The page has too many files.', status: 422 },
  'page.entry-refused': { title: 'The page has an entry that is not allowed.', status: 422 },
  'page.index-missing': { title: 'The page has no index.html in its root.', status: 422 },
  'page.in-use': { title: 'A deployed process definition shows this version.', status: 409 },
});
