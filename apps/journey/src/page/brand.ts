import type { Picture, Theme } from '../theme/theme.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

/** Who asks: the theme's logo and the organisation's name, or its first letter and its name. */
export function brand({ organisation, theme }: Pick<Frame, 'organisation' | 'theme'>): Html {
  const name = html`<span dir="auto">${organisation}</span>`;
  const logo = logoOf(theme, organisation);
  if (logo !== undefined) return html`${logo}${theme?.design.logoHasName !== true && name}`;
  const initial = [...organisation.trim()][0]?.toUpperCase() ?? '';
  return html`<span class="mark" aria-hidden="true">${initial}</span>${name}`;
}

/** A logo without the name in it says nothing that the name beside it does not say. */
function logoOf(theme: Theme | undefined, organisation: string): Html | undefined {
  const [light, dark] = picturesOf(theme);
  if (light === undefined) return undefined;
  const text = theme?.design.logoHasName === true ? organisation : '';
  const { url, width, height } = light;
  const picture = html`<img src="${url}" width="${width}" height="${height}" alt="${text}">`;
  if (dark === undefined) return picture;
  const { url: night, width: nightWidth, height: nightHeight } = dark;
  return html`<picture><source srcset="${night}" width="${nightWidth}" height="${nightHeight}" media="(prefers-color-scheme:dark)">${picture}</picture>`;
}

/** The picture of each look; one alone serves both. */
function picturesOf(theme: Theme | undefined): readonly (Picture | undefined)[] {
  const { logo, logoDark } = theme ?? {};
  const { schemes = 'light-and-dark' } = theme?.design ?? {};
  if (schemes === 'dark') return [logoDark ?? logo];
  if (schemes === 'light' || logo === undefined) return [logo ?? logoDark];
  return [logo, logoDark];
}
