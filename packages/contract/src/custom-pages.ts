import { type Static, Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf } from './page.ts';
import { defineRoute } from './route.ts';
import {
  byVersionId,
  byVersionName,
  CreationOption,
  deployBody,
  VersionedName,
  VersionStatus,
  versionFields,
  versionQuery,
  versionsOfNameQuery,
} from './versions.ts';

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

const path200 = Type.String({
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

const tag = 'Custom pages';
const path = '/api/theme-server/customPages';
const absent = ['page.not-found'];

export const createCustomPage = defineRoute({
  id: 'createCustomPage',
  method: 'POST',
  path,
  tag,
  summary: 'Create the next version of a Custom Page',
  permission: 'ThemeServer:createCustomPage',
  body: NewCustomPage,
  bodyLimit: 24_000_000,
  status: 201,
  output: CustomPage,
  problems: [
    'access.step-up-needed',
    'tenant.limit-reached',
    ...absent,
    'page.content-missing',
    'page.content-host-missing',
    'page.external-url-invalid',
    'page.archive-unreadable',
    'page.too-large',
    'page.too-many-files',
    'page.entry-refused',
    'page.index-missing',
  ],
});

export const listCustomPages = defineRoute({
  id: 'listCustomPages',
  method: 'GET',
  path,
  tag,
  summary: 'List versions of Custom Pages',
  permission: 'ThemeServer:listCustomPages',
  query: versionQuery,
  status: 200,
  output: PageOf(CustomPageVersion),
  problems: [],
});

export const getCustomPage = defineRoute({
  id: 'getCustomPage',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a version of a Custom Page',
  permission: 'ThemeServer:getCustomPage',
  params: byVersionId,
  status: 200,
  output: CustomPage,
  problems: absent,
});

export const listCustomPageVersions = defineRoute({
  id: 'listCustomPageVersions',
  method: 'GET',
  path: `${path}/{name}/versions`,
  tag,
  summary: 'List the versions of one Custom Page',
  permission: 'ThemeServer:listCustomPages',
  params: byVersionName,
  query: versionsOfNameQuery,
  status: 200,
  output: PageOf(CustomPageVersion),
  problems: absent,
});

export const getCustomPageText = defineRoute({
  id: 'getCustomPageText',
  method: 'GET',
  path: `${path}/{id}/text`,
  tag,
  summary: 'Read one file of a Custom Page as text',
  permission: 'ThemeServer:getCustomPage',
  params: byVersionId,
  query: Closed({ path: path200 }),
  status: 200,
  output: CustomPageText,
  problems: [...absent, 'page.file-not-found'],
});

export const compareCustomPages = defineRoute({
  id: 'compareCustomPages',
  method: 'GET',
  path: `${path}/{id}/changes/{otherId}`,
  tag,
  summary: 'List the files that differ between two versions',
  permission: 'ThemeServer:getCustomPage',
  params: Closed({ id: PathId, otherId: PathId }),
  status: 200,
  output: Type.Array(CustomPageChange, { description: 'The files that differ, by path' }),
  problems: absent,
});

export const listCustomPageUses = defineRoute({
  id: 'listCustomPageUses',
  method: 'GET',
  path: `${path}/{id}/uses`,
  tag,
  summary: 'List the process definitions that show a version',
  permission: 'ThemeServer:getCustomPage',
  params: byVersionId,
  status: 200,
  output: Type.Array(CustomPageUse, { description: 'The tasks that show it' }),
  problems: absent,
});

export const deployCustomPage = defineRoute({
  id: 'deployCustomPage',
  method: 'POST',
  path: `${path}/{id}/status/DEPLOYED_ACTIVE`,
  tag,
  summary: 'Deploy a version of a Custom Page',
  permission: 'ThemeServer:deployCustomPage',
  params: byVersionId,
  body: deployBody,
  bodyLimit: 600_000,
  status: 200,
  output: CustomPage,
  problems: [...absent, 'page.content-host-missing', 'access.step-up-needed'],
});

export const deleteCustomPage = defineRoute({
  id: 'deleteCustomPage',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a version that no deployed definition shows',
  permission: 'ThemeServer:deleteCustomPage',
  params: byVersionId,
  status: 204,
  problems: [...absent, 'page.in-use'],
});

export const customPageRoutes = [
  createCustomPage,
  listCustomPages,
  getCustomPage,
  listCustomPageVersions,
  getCustomPageText,
  compareCustomPages,
  listCustomPageUses,
  deployCustomPage,
  deleteCustomPage,
] as const;
