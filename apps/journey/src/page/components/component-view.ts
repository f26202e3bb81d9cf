import type { FieldRules, FormComponent } from '@latchkey/forms';
import type { Catalogue } from '../../languages/catalogue.ts';
import type { Html } from '../html.ts';

/** What a component is drawn from: its texts already in the person's language, substituted and not yet escaped. */
export type ComponentView = {
  readonly component: FormComponent;
  readonly label: string;
  /** The words of a paragraph, subtitle or notification. */
  readonly text: string;
  readonly value: unknown;
  readonly rules: FieldRules | undefined;
  readonly readOnly: boolean;
  readonly error: string | undefined;
  /** Further texts of the component, such as the labels of its options. */
  readonly say: (texts: unknown) => string;
  readonly words: Catalogue;
};

/** Draws one type of component. */
export type Draw = (view: ComponentView) => Html;
