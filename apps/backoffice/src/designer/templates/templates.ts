import addAnotherPasskeyForm from '../../../../../examples/forms/add-another-passkey-form.json?raw';
import addAnotherRetryForm from '../../../../../examples/forms/add-another-retry-form.json?raw';
import addAnotherSignInForm from '../../../../../examples/forms/add-another-sign-in-form.json?raw';
import addAnotherSignInRetryForm from '../../../../../examples/forms/add-another-sign-in-retry-form.json?raw';
import registrationForm from '../../../../../examples/forms/passkey-registration-form.json?raw';
import retryForm from '../../../../../examples/forms/passkey-retry-form.json?raw';
import signUpForm from '../../../../../examples/forms/sign-up-form.json?raw';
import signUpPasskeyForm from '../../../../../examples/forms/sign-up-passkey-form.json?raw';
import signUpRetryForm from '../../../../../examples/forms/sign-up-retry-form.json?raw';
import signUpTakenForm from '../../../../../examples/forms/sign-up-taken-form.json?raw';
import addAnother from '../../../../../examples/passkey-add-another.bpmn?raw';
import guide from '../../../../../examples/passkey-registration.bpmn?raw';
import customPage from '../../../../../examples/passkey-registration-custom-page.bpmn?raw';
import once from '../../../../../examples/passkey-registration-once.bpmn?raw';
import signUp from '../../../../../examples/passkey-sign-up.bpmn?raw';
import { templateWords } from './words.ts';

/** A Custom Form that a template shows, and its document. */
export type TemplateForm = { readonly name: string; readonly resource: string };

/** A diagram to begin with. */
export type Template = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly icon: string;
  readonly group: string;
  readonly xml: string;
  readonly forms?: readonly TemplateForm[];
};

const blank = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:latchkey="http://latchkey.dev/schema/bpmn/1.0" id="Definitions" targetNamespace="http://latchkey.dev/processes">
  <bpmn:process id="Process" isExecutable="true" />
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Process" /></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

const registration: TemplateForm = { name: 'passkeyRegistrationForm', resource: registrationForm };
const retry: TemplateForm = { name: 'passkeyRetryForm', resource: retryForm };
const signUpForms: readonly TemplateForm[] = [
  { name: 'signUpForm', resource: signUpForm },
  { name: 'signUpTakenForm', resource: signUpTakenForm },
  { name: 'signUpPasskeyForm', resource: signUpPasskeyForm },
  { name: 'signUpRetryForm', resource: signUpRetryForm },
];

const addAnotherForms: readonly TemplateForm[] = [
  { name: 'addAnotherSignInForm', resource: addAnotherSignInForm },
  { name: 'addAnotherSignInRetryForm', resource: addAnotherSignInRetryForm },
  { name: 'addAnotherPasskeyForm', resource: addAnotherPasskeyForm },
  { name: 'addAnotherRetryForm', resource: addAnotherRetryForm },
];

export const templates: readonly Template[] = Object.freeze([
  { id: 'blank', icon: 'plus', group: 'Flow', xml: blank, ...templateWords.blank },
  { id: 'guide', icon: 'key', group: 'Passkeys', xml: once, forms: [registration], ...templateWords.once },
  {
    id: 'retry',
    icon: 'form-key',
    group: 'Forms',
    xml: guide,
    forms: [registration, retry],
    ...templateWords.retry,
  },
  {
    id: 'sign-up',
    icon: 'user-plus',
    group: 'Identity store',
    xml: signUp,
    forms: signUpForms,
    ...templateWords.signUp,
  },
  {
    id: 'add-another',
    icon: 'key-check',
    group: 'Passkeys',
    xml: addAnother,
    forms: addAnotherForms,
    ...templateWords.addAnother,
  },
  {
    id: 'custom-page',
    icon: 'form',
    group: 'Forms',
    xml: customPage,
    forms: [retry],
    ...templateWords.customPage,
  },
]);

/** The template's diagram with the process named as the definition is. */
export function named(xml: string, name: string): string {
  const attribute = ` name="${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  return xml.replace(/<bpmn:process\b[^>]*>/, (tag) =>
    tag.replace(/ name="[^"]*"/, '').replace('<bpmn:process', () => `<bpmn:process${attribute}`),
  );
}
