import type { ContrastFault, ThemeDesign } from '@latchkey/contract';
import { contrastFaults } from '@latchkey/journey';
import { themeProblems } from './theme-problems.ts';

/** Throws `theme.contrast-too-low` with every pair of colours that WCAG 2.2 AA would not let pass. */
export function requireContrast(design: ThemeDesign): void {
  const faults = contrastFaults(design);
  if (faults.length === 0) return;
  throw themeProblems.create('theme.contrast-too-low', {
    detail: `${faults.length} pairs of colours have less contrast than WCAG 2.2 AA asks.`,
    errors: faults.map((fault) => ({
      pointer: `/design/${fault.scheme}/${fault.foreground}`,
      detail: sentenceOf(fault),
    })),
  });
}

const sentenceOf = ({ place, foreground, background, ratio, least }: ContrastFault): string =>
  `${place}: ${foreground} on ${background} has a contrast of ${ratio}, at least ${least} is asked.`;
