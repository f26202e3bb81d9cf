import type { NewId } from '@latchkey/kernel';
import type { Database } from '../db/sql.ts';
import { themeFilesHttp } from './theme-files.http.ts';
import { themesHttp } from './themes.http.ts';

type Needs = { readonly database: Database; readonly newId: NewId };

/** Everything of themes, put together. */
export const composeThemes = ({ database, newId }: Needs) => ({
  routes: themesHttp({ database, newId }),
  /** What everybody may load of them. */
  files: themeFilesHttp({ sql: database }),
});
