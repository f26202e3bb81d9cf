import type { Page } from 'playwright-core';

/** The ring round what has the focus: how wide it is, and its contrast to what is round it (WCAG 1.4.11, 2.4.13). */
export const focusRing = (page: Page): Promise<{ readonly width: number; readonly contrast: number }> =>
  page.evaluate(`(() => {
    const field = document.activeElement;
    // A radio that is hidden shows the focus on its label.
    const shown = field.matches('[type=radio]') ? field.nextElementSibling : field;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = (colour) => {
      const [red, green, blue] = channels(colour).map((one) =>
        one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let ground = shown.parentElement;
    while (channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const [light, dark] = [outlineColor, getComputedStyle(ground).backgroundColor]
      .map(luminance).sort((a, b) => b - a);
    return {
      width: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
      contrast: (light + 0.05) / (dark + 0.05),
    };
  })()`);
