import { isObject, step } from './check.ts';
import type { FormDocument } from './document.ts';

/** A text that some languages of the form have and others lack. */
export type MissingTranslation = {
  /** JSON pointer of the `values` in which they are missing. */
  readonly pointer: string;
  readonly languages: readonly string[];
};

/** Every language in which a document has a place for words, in the order in which they come up. */
export const languagesOf = (document: FormDocument): readonly string[] => [
  ...new Set(textsIn(document).flatMap(({ values }) => Object.keys(values))),
];

/** The texts that lack a language of the form. A text without any words is unset and lacks nothing. */
export function missingTranslations(document: FormDocument): readonly MissingTranslation[] {
  const languages = languagesOf(document);
  return textsIn(document).flatMap(({ pointer, values }) => {
    const lacking = languages.filter((language) => !isFilled(values[language]));
    return lacking.length === 0 || lacking.length === languages.length
      ? []
      : [{ pointer, languages: lacking }];
  });
}

type Found = { readonly pointer: string; readonly values: Readonly<Record<string, unknown>> };

const isFilled = (words: unknown): boolean => typeof words === 'string' && words.trim() !== '';

/** Members that hold texts by language. Others, such as those that we do not know, are none of ours. */
const places: readonly string[] = ['label', 'missingMessage', 'invalidMessage', 'invalidLengthMessage'];

function textsIn(document: FormDocument): readonly Found[] {
  const heads = (['title', 'continueButton'] as const).flatMap((name) =>
    valuesIn(document[name], `/${name}`),
  );
  return [
    ...heads,
    ...document.components.flatMap((component, place) => textsOfComponent(component, `/components/${place}`)),
  ];
}

function textsOfComponent(component: Readonly<Record<string, unknown>>, pointer: string): readonly Found[] {
  const { validate, options } = component;
  const own = places.flatMap((name) => valuesIn(component[name], pointer + step(name)));
  const demands = isObject(validate)
    ? places.flatMap((name) => valuesIn(validate[name], `${pointer}/validate${step(name)}`))
    : [];
  const choices = Array.isArray(options)
    ? options.flatMap((option: unknown, place) =>
        isObject(option) ? valuesIn(option.label, `${pointer}/options/${place}/label`) : [],
      )
    : [];
  return [...own, ...valuesIn(component, pointer), ...choices, ...demands];
}

const valuesIn = (texts: unknown, pointer: string): readonly Found[] =>
  isObject(texts) && isObject(texts.values) ? [{ pointer: `${pointer}/values`, values: texts.values }] : [];
