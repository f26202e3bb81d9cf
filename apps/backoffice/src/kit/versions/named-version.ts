import type { ThemeVersion } from '@latchkey/contract';

/** A version of what has a name and numbered versions: a form, a page, a theme. */
export type NamedVersion = Pick<ThemeVersion, keyof ThemeVersion>;
