import { defineSearch, textField } from '../kit/list/search-fields.ts';

/** The search parameters of texts: the language, and what they contain. */
export const textsSearch = defineSearch({ language: textField, q: textField });
