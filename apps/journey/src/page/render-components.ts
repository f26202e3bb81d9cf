import {
  conditionOf,
  type FormComponent,
  fieldRules,
  type Held,
  initialValues,
  isConditional,
  judge,
  localised,
  resolved,
  shownName,
  type Texts,
  visibleComponents,
} from '@latchkey/forms';
import type { FormView } from '../protocol.ts';
import { drawComponent } from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import type { PageWords } from './words.ts';

/**
 * Draws the components of a form in the order of their index, with what the person entered before. Those that the
 * answers do not bring up lie in the page out of sight.
 */
export function renderComponents(view: FormView, language: string, words: PageWords): Html {
  const { form, substitute } = view;
  const { messages } = words;
  const values = { ...initialValues(form, substitute), ...view.values };
  const languages = [language];
  const say = (texts: unknown) => substitute(localised(texts as Texts | undefined, languages));
  const errorOf = ({ id }: FormComponent) => view.errors?.find(({ field }) => field === id)?.message;
  const held = (component: FormComponent): Held => {
    const rules = fieldRules(component, { languages, substitute, messages });
    return rules && judge(rules, values[component.id]).value;
  };
  const visible = visibleComponents(form, held, substitute);
  const drawn = form.components
    .toSorted((a, b) => a.index - b.index)
    .map((component) => {
      const markup = drawComponent({
        component,
        label: say(component.label),
        text: component.type === 'qrCode' ? substitute(String(component.value)) : say(component),
        value: values[component.id],
        rules: fieldRules(component, { languages, substitute, messages }),
        readOnly: view.readOnly || component.readOnly === true,
        error: errorOf(component),
        say,
        words,
      });
      return isConditional(component) ? conditional(markup, { view, component, visible }) : markup;
    });
  return html`${drawn}${shownOnes(form.components, visible)}`;
}

type Place = {
  readonly view: FormView;
  readonly component: FormComponent;
  readonly visible: ReadonlySet<FormComponent>;
};

function conditional(markup: Html, { view, component, visible }: Place): Html {
  const condition = conditionOf(component);
  const data = attributes({
    'data-when': condition && JSON.stringify(resolved(condition, view.substitute)),
    hidden: !visible.has(component),
  });
  return html`<div${data}>${markup}</div>`;
}

/** Tells the server of a page without script which of them the person has seen. */
function shownOnes(
  components: readonly FormComponent[],
  visible: ReadonlySet<FormComponent>,
): Html | undefined {
  const conditionals = components.filter(isConditional);
  if (conditionals.length === 0) return undefined;
  const shown = conditionals.filter((component) => visible.has(component)).map(({ id }) => id);
  return html`<input type="hidden" name="${shownName}" value="${shown.join(' ')}">`;
}
