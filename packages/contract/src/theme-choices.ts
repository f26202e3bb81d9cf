import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { defineRoute } from './route.ts';
import { byVersionName } from './versions.ts';

/** Which theme pages have. */
export const ThemeChoice = Closed(
  {
    themeName: Type.Optional(Type.String({ description: 'Name of the theme; absent where none is chosen' })),
    themeId: Type.Optional(
      Type.String({
        description: 'Its newest deployed version, which pages show; absent where there is none',
      }),
    ),
  },
  { description: 'Which theme pages have' },
);
export type ThemeChoice = Static<typeof ThemeChoice>;

const NewChoice = Closed({
  themeName: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    maxLength: 50,
    description: 'Name of a theme with a deployed version; null for none of its own',
  }),
});

/** Who shows a theme. */
export const ThemeUses = Closed(
  {
    isDefault: Type.Boolean({ description: 'Whether definitions without a theme of their own show it' }),
    definitionNames: Type.Array(Type.String({ description: 'Name of a process definition' }), {
      description: 'The process definitions that have chosen it',
    }),
  },
  { description: 'Who shows a theme' },
);
export type ThemeUses = Static<typeof ThemeUses>;

const ofTenant = '/api/theme-server/defaultTheme';
const ofProcess = '/api/process-manager/processDefinitions/{name}/theme';

export const getDefaultTheme = defineRoute({
  id: 'getDefaultTheme',
  method: 'GET',
  path: ofTenant,
  tag: 'Themes',
  summary: 'Read which theme definitions have that have chosen none',
  permission: 'ThemeServer:listThemes',
  status: 200,
  output: ThemeChoice,
  problems: [],
});

export const setDefaultTheme = defineRoute({
  id: 'setDefaultTheme',
  method: 'POST',
  path: ofTenant,
  tag: 'Themes',
  summary: 'Choose the theme of definitions that have chosen none',
  permission: 'ThemeServer:setDefaultTheme',
  body: NewChoice,
  status: 200,
  output: ThemeChoice,
  problems: ['theme.not-deployed'],
});

export const getProcessTheme = defineRoute({
  id: 'getProcessTheme',
  method: 'GET',
  path: ofProcess,
  tag: 'Themes',
  summary: 'Read which theme the journeys of a definition have chosen',
  permission: 'ProcessManager:getProcessDefinition',
  params: byVersionName,
  status: 200,
  output: ThemeChoice,
  problems: ['process-definition.not-found'],
});

export const setProcessTheme = defineRoute({
  id: 'setProcessTheme',
  method: 'POST',
  path: ofProcess,
  tag: 'Themes',
  summary: 'Choose the theme of a definition’s journeys, of all its versions at once',
  permission: 'ProcessManager:setProcessTheme',
  params: byVersionName,
  body: NewChoice,
  status: 200,
  output: ThemeChoice,
  problems: ['process-definition.not-found', 'theme.not-deployed'],
});

export const listThemeUses = defineRoute({
  id: 'listThemeUses',
  method: 'GET',
  path: '/api/theme-server/themes/{name}/uses',
  tag: 'Themes',
  summary: 'List who shows a theme',
  permission: 'ThemeServer:getTheme',
  params: byVersionName,
  status: 200,
  output: ThemeUses,
  problems: ['theme.not-found'],
});

export const themeChoiceRoutes = [
  getDefaultTheme,
  setDefaultTheme,
  getProcessTheme,
  setProcessTheme,
  listThemeUses,
] as const;
