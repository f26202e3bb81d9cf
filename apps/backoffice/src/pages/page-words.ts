import { versionWords } from '../kit/versions/version-words.ts';

/** Words of Custom Pages. */
export const pageWords = Object.freeze({
  ...versionWords,
  title: 'Custom pages',
  description:
    'Pages of your own HTML, CSS and JavaScript in the middle of a process. They run apart from it.',
  noneTitle: 'No custom pages yet',
  noneText:
    'Upload a .zip with an index.html, write one here, or name the address of one that stands elsewhere.',
  create: 'New page',
  size: 'Size',
  files: (count: number, size: string) => `${count === 1 ? '1 file' : `${count} files`}, ${size}`,
  external: 'Stands elsewhere',
  source: 'Where it comes from',
  sources: { upload: 'File upload', editor: 'Editor', address: 'Base app URL' },
  upload: 'Archive',
  uploadText:
    'A .zip or .tar.gz of at most 15 MB with index.html in its root. It is refused as a whole if one file is not allowed.',
  dropHere: 'Drop a .zip or .tar.gz here, or choose one',
  chosen: (name: string, size: string) => `${name}, ${size}`,
  uploadVersion: 'Upload a new version',
  address: 'Base app URL',
  addressExample: 'https://pages.example.com/',
  addressHelp: 'https only. The page there includes the page script of the content host to make passkeys.',
  editor: 'Files',
  editorText: 'Saving makes the next version; files that are not text are taken over.',
  editorExternal: 'This version stands elsewhere and has no files here.',
  code: (path: string) => `Text of ${path}`,
  codeOf: (path: string, version: number) => `Text of ${path} in version ${version}`,
  previewText: 'As people see it, in the same sandbox. Constants are empty here, and no passkey is made.',
  previewOf: (name: string) => `Preview of ${name || 'the page'}`,
  previewNone:
    'This server has no content host, so there is nothing to see. Whoever runs it sets CONTENT_URL.',
  previewUnsaved:
    'The preview shows your changes; people see them when a version with them is deployed and drawn.',
  sent: 'The page sent',
  askedPasskey: 'The page asked for a passkey. In a journey the person confirms it outside the page.',
  versionsText: 'A version never changes. Diagrams name the version that they show.',
  compareTitle: (before: number, after: number) => `Version ${before} and version ${after}`,
  compareSame: 'Both versions have the same files.',
  changes: { ADDED: 'Added', REMOVED: 'Removed', CHANGED: 'Changed' },
  comparedFile: 'File',
  binary: 'This file is no text.',
  rollBack: 'Roll back',
  rollBackTitle: (version: number) => `Roll back to version ${version}?`,
  rollBackEffect:
    'Its files become the next version, as a draft. Diagrams go on showing the version that they name.',
  rolledBack: (from: number, version: number) => `Version ${version} is a copy of version ${from}.`,
  deployEffect:
    'Its script then runs in the browsers of everybody who meets the page. It cannot be changed any more.',
  deleteEffect:
    'Its files are gone for good. A version that a deployed process names stays; where an expression names the page, nobody can tell before a journey comes there.',
  uses: 'Used by',
  usesText:
    'Process definitions that show this version. Where an expression names the page, whether it is this one is decided in the journey: such a use does not keep the version from being deleted.',
  usesNone: 'No process definition shows this version.',
  usedBy: (name: string, version: number) => `${name}, version ${version}`,
  usePerhaps: 'may show it: an expression decides',
});

const units = ['bytes', 'KB', 'MB'] as const;

/** A number of bytes as people say it. */
export function sizeOf(bytes: number): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const number = bytes / 1_000 ** power;
  return `${power === 0 ? number : number.toFixed(1)} ${units[power]}`;
}
