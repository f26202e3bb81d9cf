import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Messages } from './messages.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

/** A new language is a file beside these and a name here. */
const catalogue: Readonly<Record<string, Messages>> = { en, de, es, fr, it, pt, nl, he, ja };

/** The default messages in the first of the languages that has them; English otherwise. */
export function messagesIn(languages: readonly string[]): Messages {
  const known = languages
    .map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '')
    .find((tag) => Object.hasOwn(catalogue, tag));
  return catalogue[known ?? 'en'] ?? en;
}

/** The message for a value outside its limits. */
export function limitMessage(
  limits: Messages['length'],
  min: string | undefined,
  max: string | undefined,
): string {
  const words = min === undefined ? limits.atMost : max === undefined ? limits.atLeast : limits.between;
  return words.replace('{min}', min ?? '').replace('{max}', max ?? '');
}
