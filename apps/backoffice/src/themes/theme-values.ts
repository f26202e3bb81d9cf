import type { NewTheme, Theme, ThemeAssetKind, ThemeColours, ThemeDesign } from '@latchkey/contract';
import type { Theme as Worn } from '@latchkey/journey/renderer';

/** A file that stays as it is stored, one that was chosen now (as a data address), or none. */
export type FileValue = {
  readonly url: string;
  readonly isNew: boolean;
  readonly width: number;
  readonly height: number;
};

/** What the editor edits. */
export type ThemeValues = {
  readonly name: string;
  readonly description: string;
  readonly design: ThemeDesign;
  readonly files: { readonly [kind in ThemeAssetKind]?: FileValue };
  readonly deploys: boolean;
};

/** A stored version to edit, or a new theme that looks like the platform. */
export const themeValues = (stored: Theme | undefined): ThemeValues => ({
  name: stored?.name ?? '',
  description: stored?.description ?? '',
  design: stored?.design ?? {},
  files: Object.fromEntries(
    (stored?.assets ?? []).map(({ kind, mediaType, data, width = 0, height = 0 }) => [
      kind,
      { url: `data:${mediaType};base64,${data}`, isNew: false, width, height },
    ]),
  ),
  deploys: false,
});

/** What is sent: files that stay are left out, those that are gone are null. */
export function themeBody(values: ThemeValues, stored: Theme | undefined): NewTheme {
  const { name, description, design, files, deploys } = values;
  const member = (kind: ThemeAssetKind) => {
    const file = files[kind];
    return file === undefined ? null : file.isNew ? file.url.replace(/^data:[^,]*,/, '') : undefined;
  };
  const sent = { logo: member('logo'), logoDark: member('logo-dark'), font: member('font') };
  return {
    name,
    description,
    design,
    creationOption: deploys ? 'Save & Deploy' : 'Save',
    ...(stored && { basedOn: stored.id }),
    ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
  };
}

/** The theme as the page wears it, in one look whatever the device says. */
export const wornTheme = ({ design, files }: ThemeValues, scheme: 'light' | 'dark'): Worn => ({
  design: { ...design, schemes: scheme },
  ...(files.logo && { logo: files.logo }),
  ...(files['logo-dark'] && { logoDark: files['logo-dark'] }),
  ...(files.font && { fontUrl: files.font.url.replace(/^data:[^;]*/, 'data:font/woff2') }),
});

/** A design with another colour; an empty one goes back to what follows from the others. */
export function withColour(
  design: ThemeDesign,
  scheme: 'light' | 'dark',
  name: keyof ThemeColours,
  colour: string,
): ThemeDesign {
  const { [name]: _, ...others } = (design[scheme] ?? {}) as ThemeColours;
  const colours = colour === '' ? others : { ...others, [name]: colour };
  const { [scheme]: __, ...rest } = design;
  return Object.keys(colours).length === 0 ? rest : { ...rest, [scheme]: colours };
}
