import { type Static, Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';
import { Id } from './id.ts';
import { CreationOption, VersionedName, VersionStatus, versionFields } from './versions.ts';

/** Largest archive, and largest sum of its files, in bytes. */
export const pageLimits = Object.freeze({
  archiveBytes: 15 * 1024 * 1024,
  unpackedBytes: 30 * 1024 * 1024,
  files: 500,
  pathLength: 200,
  /** Of one document of the editor. */
  documentLength: 1024 * 1024,
});

const pageFields = {
  ...versionFields,
  kind: Words(['FILES', 'EXTERNAL'], 'FILES of our own, or EXTERNAL: shown from the base app URL'),
  baseAppUrl: Type.Optional(Type.String({ description: 'Where an external page stands; https' })),
  fileCount: Type.Integer({ description: 'Number of files' }),
  size: Type.Integer({ description: 'Bytes of all files together' }),
  contentHash: Type.String({ description: 'SHA-256 over all paths and contents, hexadecimal' }),
} as const;

/** A version of a Custom Page, without its files. */
export const CustomPageVersion = Closed(pageFields, { description: 'A version of a Custom Page' });
export type CustomPageVersion = Static<typeof CustomPageVersion>;

/** The path of a file of a page. */
export const path200 = Type.String({
  maxLength: pageLimits.pathLength,
  description: 'Path from the root, as css/a.css',
});
const fileFields = {
  path: path200,
  type: Type.String({ description: 'Media type' }),
  size: Type.Integer({ description: 'Bytes' }),
  hash: Type.String({ description: 'SHA-256, hexadecimal' }),
} as const;

/** One file of a version. */
export const CustomPageFile = Closed(fileFields, { description: 'One file of a Custom Page' });
export type CustomPageFile = Static<typeof CustomPageFile>;

/** A version of a Custom Page with the list of its files. */
export const CustomPage = Closed(
  {
    ...pageFields,
    files: Type.Array(CustomPageFile, { description: 'Its files, by path' }),
    previewUrl: Type.Optional(
      Type.String({ description: 'Where it can be looked at for an hour; deployed or not' }),
    ),
  },
  { description: 'A version of a Custom Page with its files' },
);
export type CustomPage = Static<typeof CustomPage>;

const base64Length = 4 * Math.ceil(pageLimits.archiveBytes / 3);

/** A new version of a page; the first if the name is new. */
export const NewCustomPage = Closed({
  name: VersionedName,
  description: OptionalText(2000, 'What it is for'),
  status: Type.Optional(VersionStatus),
  creationOption: CreationOption,
  archive: OptionalText(base64Length + 64 * 1024, 'A .zip or .tar.gz of at most 15 MB, in base64'),
  documents: Type.Optional(
    Type.Array(
      Closed({
        path: path200,
        text: Type.String({ maxLength: pageLimits.documentLength, description: 'What stands in it' }),
      }),
      { maxItems: 50, description: 'Text files, over those of `basedOn` if that is named' },
    ),
  ),
  basedOn: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'Id of a version whose files are taken over; alone, a roll back',
    }),
  ),
  baseAppUrl: OptionalText(2000, 'Where an external page stands; https'),
});
export type NewCustomPage = Static<typeof NewCustomPage>;

/** The text of one file. */
export const CustomPageText = Closed(
  {
    ...fileFields,
    text: Type.Optional(Type.String({ description: 'What stands in it; absent for binary types' })),
  },
  { description: 'One file of a Custom Page with its text' },
);
export type CustomPageText = Static<typeof CustomPageText>;

/** Where a page that is not saved yet can be looked at. */
export const CustomPagePreview = Closed(
  {
    previewUrl: Type.Optional(
      Type.String({
        description:
          'An empty document of the content host, for an hour; it shows the HTML that the page around it sends. Absent without a content host',
      }),
    ),
  },
  { description: 'Where a page that is not saved yet can be looked at' },
);
export type CustomPagePreview = Static<typeof CustomPagePreview>;

/** What differs between two versions. */
export const CustomPageChange = Closed(
  {
    path: path200,
    change: Words(['ADDED', 'REMOVED', 'CHANGED'], 'What became of the file in the other version'),
    before: Type.Optional(Type.Integer({ description: 'Bytes before' })),
    after: Type.Optional(Type.Integer({ description: 'Bytes after' })),
  },
  { description: 'A file that differs between two versions' },
);
export type CustomPageChange = Static<typeof CustomPageChange>;

/** A definition that shows a page. */
export const CustomPageUse = Closed(
  {
    definitionId: Id,
    name: Type.String({ description: 'Name of the process definition' }),
    version: Type.Integer({ description: 'Its version' }),
    status: VersionStatus,
    element: Type.String({ description: 'Id of the task in the diagram' }),
    isCertain: Type.Boolean({
      description: 'Whether the diagram names page and version; false where an expression decides',
    }),
  },
  { description: 'A task that shows this version of a page, or may' },
);
export type CustomPageUse = Static<typeof CustomPageUse>;
