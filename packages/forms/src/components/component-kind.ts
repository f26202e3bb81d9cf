import type { Check } from '../check.ts';
import type { FormComponent } from '../document.ts';
import type { Format } from '../rules.ts';

/** What a type of component is: which members it has and, if a person fills it in, how. */
export type ComponentKind = {
  readonly check: Check;
  readonly field?: FieldKind;
};

/** What a person fills in. */
export type FieldKind = {
  readonly format: Format;
  /** Stands for nothing given. */
  readonly empty: '' | false | null;
  /** Least, most and choices, from the component's members. */
  readonly limits: (component: FormComponent) => {
    readonly min?: number;
    readonly max?: number;
    readonly choices?: readonly string[];
  };
};
