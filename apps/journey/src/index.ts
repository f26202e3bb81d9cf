export { assetsPath, buildClient } from './build.ts';
export { chooseLanguage } from './languages/choose-language.ts';
export { catalogues, isLanguage, type Language } from './languages/index.ts';
export type { Assets, Frame } from './page/frame.ts';
export { renderMain } from './page/render-main.ts';
export { renderPage } from './page/render-page.ts';
export { plainSubmission } from './plain-submission.ts';
export type * from './protocol.ts';
export { securityHeaders } from './security-headers.ts';
