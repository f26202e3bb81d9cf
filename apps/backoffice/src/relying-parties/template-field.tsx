import { policyTemplates } from '@latchkey/contract';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { templateWords as words } from './demand-words.ts';
import { type PolicyValues, policyValues } from './policy-values.ts';

/** Fills the form of a new policy in from a template; its name stays. */
export function TemplateField({ form }: { readonly form: Form<PolicyValues> }) {
  const [chosen, setChosen] = useState<keyof typeof words.texts>('');
  const choose = (id: string | null) => {
    const template = policyTemplates.find((one) => one.id === id);
    setChosen(template?.id ?? '');
    form.set({ ...policyValues(template?.policy), name: form.values.name });
  };
  return (
    <Section title={words.title} text={words.text}>
      <Select
        aria-label={words.title}
        description={words.texts[chosen]}
        inputWrapperOrder={['input', 'description']}
        data={policyTemplates.map(({ id }) => ({ value: id, label: words.labels[id] }))}
        value={chosen === '' ? null : chosen}
        onChange={choose}
        placeholder={words.blank}
        clearable
      />
    </Section>
  );
}
