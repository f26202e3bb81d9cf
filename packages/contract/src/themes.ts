import { type Static, Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';
import { PageOf } from './page.ts';
import { defineRoute } from './route.ts';
import { ThemeDesign } from './theme-design.ts';
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

/** Files of a theme: a picture for each look, and a font. */
export const themeAssetKinds = ['logo', 'logo-dark', 'font'] as const;
export type ThemeAssetKind = (typeof themeAssetKinds)[number];

export const themeLimits = Object.freeze({
  /** Bytes of a logo. */
  logoBytes: 64 * 1024,
  /** Of its sides, in pixels. */
  logoSide: 2048,
  /** Bytes of a font. */
  fontBytes: 128 * 1024,
});

/** A version of a theme, without its files. */
export const ThemeVersion = Closed(versionFields, { description: 'A version of a theme' });
export type ThemeVersion = Static<typeof ThemeVersion>;

/** A file of a theme. */
export const ThemeAsset = Closed(
  {
    kind: Words(themeAssetKinds, 'What it is'),
    mediaType: Type.String({ description: 'Media type, as its content says' }),
    size: Type.Integer({ description: 'Bytes' }),
    width: Type.Optional(Type.Integer({ description: 'Pixels; of pictures' })),
    height: Type.Optional(Type.Integer({ description: 'Pixels; of pictures' })),
    data: Type.String({ description: 'Its content, in base64' }),
  },
  { description: 'A file of a theme' },
);
export type ThemeAsset = Static<typeof ThemeAsset>;

/** Two colours that are too alike for people to tell apart. */
export const ContrastFault = Closed(
  {
    scheme: Words(['light', 'dark'], 'The look in which they meet'),
    foreground: Type.String({ description: 'Name of the colour in front' }),
    background: Type.String({ description: 'Name of the colour behind' }),
    ratio: Type.Unsafe<number>({ type: 'number', description: 'Contrast that they have' }),
    least: Type.Unsafe<number>({
      type: 'number',
      description: 'Least contrast by WCAG 2.2: 4.5 for text (1.4.3), 3 for other signs (1.4.11)',
    }),
    place: Type.String({ description: 'Where they meet on the page' }),
  },
  { description: 'Two colours with too little contrast' },
);
export type ContrastFault = Static<typeof ContrastFault>;

/** A version of a theme. */
export const Theme = Closed(
  {
    ...versionFields,
    design: ThemeDesign,
    assets: Type.Array(ThemeAsset, { description: 'Its files' }),
    contrastFaults: Type.Array(ContrastFault, {
      description: 'Colours with less contrast than WCAG 2.2 AA asks; with any, it cannot be deployed',
    }),
  },
  { description: 'A version of a theme with its look and its files' },
);
export type Theme = Static<typeof Theme>;

const File = (bytes: number, description: string) =>
  Type.Optional(
    Type.Unsafe<string | null>({
      type: ['string', 'null'],
      maxLength: 4 * Math.ceil(bytes / 3) + 1024,
      description: `${description}, in base64; null for none, left out for that of \`basedOn\``,
    }),
  );

/** A new version of a theme; the first if the name is new. */
export const NewTheme = Closed({
  name: VersionedName,
  description: OptionalText(2000, 'What it is for'),
  status: Type.Optional(VersionStatus),
  creationOption: CreationOption,
  design: ThemeDesign,
  logo: File(themeLimits.logoBytes, 'A PNG, JPEG or WebP of at most 64 KiB and 2048 pixels a side'),
  logoDark: File(themeLimits.logoBytes, 'The same for the dark look'),
  font: File(themeLimits.fontBytes, 'A WOFF2 font of at most 128 KiB; a variable one serves every weight'),
  basedOn: Type.Optional(
    Type.String({ maxLength: 64, description: 'Id of a version whose files are taken over' }),
  ),
});
export type NewTheme = Static<typeof NewTheme>;

const tag = 'Themes';
const path = '/api/theme-server/themes';
const absent = ['theme.not-found'];

export const createTheme = defineRoute({
  id: 'createTheme',
  method: 'POST',
  path,
  tag,
  summary: 'Create the next version of a theme',
  permission: 'ThemeServer:createTheme',
  body: NewTheme,
  bodyLimit: 512 * 1024,
  status: 201,
  output: Theme,
  problems: [...absent, 'tenant.limit-reached', 'theme.asset-invalid', 'theme.contrast-too-low'],
});

export const listThemes = defineRoute({
  id: 'listThemes',
  method: 'GET',
  path,
  tag,
  summary: 'List versions of themes',
  permission: 'ThemeServer:listThemes',
  query: versionQuery,
  status: 200,
  output: PageOf(ThemeVersion),
  problems: [],
});

export const getTheme = defineRoute({
  id: 'getTheme',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a version of a theme with its files',
  permission: 'ThemeServer:getTheme',
  params: byVersionId,
  status: 200,
  output: Theme,
  problems: absent,
});

export const listThemeVersions = defineRoute({
  id: 'listThemeVersions',
  method: 'GET',
  path: `${path}/{name}/versions`,
  tag,
  summary: 'List the versions of one theme',
  permission: 'ThemeServer:listThemes',
  params: byVersionName,
  query: versionsOfNameQuery,
  status: 200,
  output: PageOf(ThemeVersion),
  problems: absent,
});

export const deployTheme = defineRoute({
  id: 'deployTheme',
  method: 'POST',
  path: `${path}/{id}/status/DEPLOYED_ACTIVE`,
  tag,
  summary: 'Deploy a version of a theme; whoever has chosen the theme shows it from now on',
  permission: 'ThemeServer:deployTheme',
  params: byVersionId,
  body: deployBody,
  bodyLimit: 1_024 * 1024,
  status: 200,
  output: Theme,
  problems: [...absent, 'theme.contrast-too-low'],
});

export const deleteTheme = defineRoute({
  id: 'deleteTheme',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a version of a theme that nobody needs',
  permission: 'ThemeServer:deleteTheme',
  params: byVersionId,
  status: 204,
  problems: [...absent, 'theme.in-use'],
});

export const themeRoutes = [
  createTheme,
  listThemes,
  getTheme,
  listThemeVersions,
  deployTheme,
  deleteTheme,
] as const;
