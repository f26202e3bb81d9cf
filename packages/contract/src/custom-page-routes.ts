import { Type } from 'typebox';
import {
  CustomPage,
  CustomPageChange,
  CustomPagePreview,
  CustomPageText,
  CustomPageUse,
  CustomPageVersion,
  NewCustomPage,
  path200,
} from './custom-pages.ts';
import { Closed } from './fields.ts';
import { PathId } from './id.ts';
import { PageOf } from './page.ts';
import { defineRoute } from './route.ts';
import { byVersionId, byVersionName, deployBody, versionQuery, versionsOfNameQuery } from './versions.ts';

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

export const getCustomPagePreview = defineRoute({
  id: 'getCustomPagePreview',
  method: 'GET',
  path: '/api/theme-server/customPagePreview',
  tag,
  summary: 'Tell where a page that is not saved yet can be looked at',
  permission: 'ThemeServer:getCustomPage',
  status: 200,
  output: CustomPagePreview,
  problems: [],
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
  getCustomPagePreview,
  compareCustomPages,
  listCustomPageUses,
  deployCustomPage,
  deleteCustomPage,
] as const;
