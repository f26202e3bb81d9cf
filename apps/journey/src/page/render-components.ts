import { type FormComponent, fieldRules, initialValues, localised, type Texts } from '@latchkey/forms';
import type { Catalogue } from '../languages/catalogue.ts';
import type { FormView } from '../protocol.ts';
import { drawComponent } from './components/index.ts';
import type { Html } from './html.ts';

/** Draws the components of a form in the order of their index, with what the person entered before. */
export function renderComponents(view: FormView, language: string, words: Catalogue): readonly Html[] {
  const values = { ...initialValues(view.form, view.substitute), ...view.values };
  const languages = [language];
  const say = (texts: unknown) => view.substitute(localised(texts as Texts | undefined, languages));
  const errorOf = ({ id }: FormComponent) => view.errors?.find(({ field }) => field === id)?.message;
  return view.form.components
    .toSorted((a, b) => a.index - b.index)
    .map((component) =>
      drawComponent({
        component,
        label: say(component.label),
        text: component.type === 'qrCode' ? view.substitute(String(component.value)) : say(component),
        value: values[component.id],
        rules: fieldRules(component, { languages, substitute: view.substitute }),
        readOnly: view.readOnly || component.readOnly === true,
        error: errorOf(component),
        say,
        words,
      }),
    );
}
