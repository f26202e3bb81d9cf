export { catalogues, isLanguage, type Language } from './languages/index.ts';
export { textFault } from './languages/texts.ts';
export type { Frame } from './page/frame.ts';
export { renderPage } from './page/render-page.ts';
export type { JourneyView } from './protocol.ts';
export { type Contrast, contrastFaults, contrastsOf, schemesOf } from './theme/contrast-faults.ts';
export { type Palette, paletteOf, type Scheme } from './theme/palette.ts';
export type { Picture, Theme } from './theme/theme.ts';
