import type { Catalogue } from './catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

/** Every language of the page. A new one is a file beside these and a line here. */
export const catalogues = { en, de, es, fr, it, pt, nl, he, ja } as const satisfies Readonly<
  Record<string, Catalogue>
>;

/** A language that the page speaks. */
export type Language = keyof typeof catalogues;

/** Whether the page speaks a language. */
export const isLanguage = (tag: string): tag is Language => Object.hasOwn(catalogues, tag);
