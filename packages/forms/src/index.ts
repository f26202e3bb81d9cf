export { type ComponentType, componentKinds, isField } from './components/index.ts';
export { type Option, optionsOf } from './components/options.ts';
export {
  type Condition,
  type Held,
  holds,
  type Operator,
  operators,
  type Rule,
} from './conditions/condition.ts';
export { ExpressionFault, parseExpression } from './conditions/parse-expression.ts';
export { conditionOf, resolved } from './conditions/read-condition.ts';
export { visibleComponents } from './conditions/visible-components.ts';
export type { FormComponent, FormDocument, Texts } from './document.ts';
export { fieldRules, type Readership, type Substitute } from './field-rules.ts';
export { formProblems } from './form-problems.ts';
export { initialValues } from './initial-values.ts';
export { type Judgement, judge } from './judge.ts';
export { localised } from './localised.ts';
export { messagesIn } from './messages/index.ts';
export type { Messages } from './messages/messages.ts';
export { type TextsByKey, textsByKey, withTexts } from './messages/texts.ts';
export { formLimits, parseForm } from './parse-form.ts';
export type { FieldRules, Format } from './rules.ts';
export { languagesOf, type MissingTranslation, missingTranslations } from './translations.ts';
export { type FieldMessage, isConditional, shownName, validateForm } from './validate-form.ts';
export { withoutTransient } from './without-transient.ts';
