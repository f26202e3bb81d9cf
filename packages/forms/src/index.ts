export type { FormComponent, FormDocument, Texts } from './document.ts';
