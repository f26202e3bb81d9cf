export { catalogues, isLanguage, type Language } from './languages/index.ts';
export type { Frame } from './page/frame.ts';
export { renderPage } from './page/render-page.ts';
export type { JourneyView } from './protocol.ts';
