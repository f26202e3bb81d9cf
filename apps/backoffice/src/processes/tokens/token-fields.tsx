import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { LongTextField, SelectField, TextField } from '../../kit/form/fields.tsx';
import { NumberField } from '../../kit/form/number-field.tsx';
import { FieldRow, Section } from '../../kit/form/section.tsx';
import type { Form } from '../../kit/form/use-form.ts';
import { ParameterFields } from './parameter-fields.tsx';
import { suggestName } from './suggest-name.ts';
import type { TokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';

type Props = { readonly form: Form<TokenValues>; readonly target: ReactNode };

/** Every field of a token. `target` says or asks which definition it starts. */
export const TokenFields = ({ form, target }: Props) => (
  <>
    <Section title={tokenWords.target}>{target}</Section>
    <Section title={tokenWords.identity}>
      <TextField form={form} name="name" label={tokenWords.name} help={tokenWords.nameHelp} isRequired />
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => form.set({ name: suggestName(form.values.processDefnName) })}
      >
        {tokenWords.suggestName}
      </Button>
      <LongTextField form={form} name="description" label={tokenWords.descriptionField} />
    </Section>
    <Section title={tokenWords.limits}>
      <LimitFields form={form} />
      <TextField
        form={form}
        name="maxProcessDuration"
        label={tokenWords.duration}
        help={tokenWords.durationHelp}
        placeholder={tokenWords.durationExample}
      />
      <TextField form={form} name="uiUrl" label={tokenWords.uiUrl} help={tokenWords.uiUrlHelp} />
    </Section>
    <Section title={tokenWords.start} text={tokenWords.startText}>
      <FieldRow>
        <TextField form={form} name="firstName" label={tokenWords.firstName} />
        <TextField form={form} name="lastName" label={tokenWords.lastName} />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="email" label={tokenWords.email} />
        <TextField form={form} name="phoneNumber" label={tokenWords.phoneNumber} />
        <TextField form={form} name="referenceID" label={tokenWords.referenceID} />
      </FieldRow>
      <FieldRow>
        <TextField
          form={form}
          name="_redirectUrl"
          label={tokenWords._redirectUrl}
          help={tokenWords.redirectHelp}
        />
        <TextField form={form} name="timeoutRedirectUrl" label={tokenWords.timeoutRedirectUrl} />
      </FieldRow>
      <ParameterFields form={form} />
    </Section>
  </>
);

const types = ['UNLIMITED', 'MULTI_USE_COUNT_LIMITED', 'MULTI_USE_TIME_LIMITED'] as const;

/** How long or how often it works; only what the chosen limit needs. */
function LimitFields({ form }: { readonly form: Form<TokenValues> }) {
  const type = types.find((one) => one === form.values.type) ?? 'UNLIMITED';
  return (
    <>
      <SelectField
        form={form}
        name="type"
        label={tokenWords.type}
        help={tokenWords.typeHelp[type]}
        choices={types.map((value) => ({ value, label: tokenWords.types[value] }))}
        isRequired
      />
      {type === 'MULTI_USE_COUNT_LIMITED' && (
        <NumberField
          form={form}
          name="maxCount"
          label={tokenWords.maxCount}
          help={tokenWords.maxCountHelp}
          min={1}
          isRequired
        />
      )}
      {type === 'MULTI_USE_TIME_LIMITED' && (
        <FieldRow>
          <TextField
            form={form}
            name="notBeforeDtm"
            type="datetime-local"
            label={tokenWords.notBefore}
            help={tokenWords.zone}
          />
          <TextField
            form={form}
            name="notAfterDtm"
            type="datetime-local"
            label={tokenWords.notAfter}
            help={tokenWords.zone}
          />
        </FieldRow>
      )}
    </>
  );
}
