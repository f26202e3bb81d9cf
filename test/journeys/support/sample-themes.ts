import type { Theme } from '@latchkey/journey';

const wordmark = (ink: string) =>
  `data:image/svg+xml;base64,${btoa(
    `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="96"><rect width="96" height="96" rx="20" fill="${ink}"/><text x="116" y="66" font-family="sans-serif" font-size="48" font-weight="700" fill="${ink}">northwind</text></svg>`,
  )}`;

/** Themes that can be deployed, as different from the platform's own as they can be. */
export const sampleThemes: Readonly<Record<string, Theme>> = {
  /** One accent of each look, and what is made from it. */
  accents: {
    design: { light: { accent: '#b00020' }, dark: { accent: '#ffb4ab' }, corners: 'soft', font: 'humanist' },
    logo: { url: wordmark('#b00020'), width: 360, height: 96 },
    logoDark: { url: wordmark('#ffb4ab'), width: 360, height: 96 },
  },
  /** Dark whatever the device says, with square corners and a bright button. */
  night: {
    design: {
      schemes: 'dark',
      dark: { accent: '#ffd54f', ground: '#000000', paper: '#12161a', field: '#8a93a6' },
      corners: 'square',
      font: 'monospace',
      logoHasName: true,
    },
    logo: { url: wordmark('#ffd54f'), width: 360, height: 96 },
  },
};
