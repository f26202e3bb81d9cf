import { Checkbox, Group } from '@mantine/core';
import { SelectField, SwitchField, TextField } from '../kit/form/fields.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { AlgorithmField } from './algorithm-field.tsx';
import { AttestationFields, ModelFields } from './attestation-fields.tsx';
import { CeremonyFields, ExtensionFields } from './ceremony-fields.tsx';
import { choicesOf } from './choices-of.ts';
import { demandTexts } from './demand-words.ts';
import type { PolicyValues } from './policy-values.ts';
import { TimeoutField } from './timeout-field.tsx';
import { policyWords as words } from './words.ts';

type Props = { readonly form: Form<PolicyValues> };

/** Every field of a registration policy. */
export const PolicyFields = ({ form }: Props) => (
  <>
    <Section title={words.general}>
      <TextField form={form} name="name" label={words.name} help={words.nameHelp} isRequired />
    </Section>
    <Section title={words.passkey}>
      <FieldRow>
        <SelectField
          form={form}
          name="residentKey"
          label={words.residentKey}
          help={words.residentKeyHelp}
          choices={choicesOf(words.needs)}
        />
        <SelectField
          form={form}
          name="userVerification"
          label={words.userVerification}
          help={words.userVerificationHelp}
          choices={choicesOf(words.needs)}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          form={form}
          name="attachment"
          label={words.attachment}
          help={words.attachmentHelp}
          choices={choicesOf(words.attachments)}
          isClearable
          placeholder={words.attachments['']}
        />
        <SelectField
          form={form}
          name="attestation"
          label={words.attestation}
          help={words.attestationHelp}
          choices={choicesOf(words.attestations)}
        />
      </FieldRow>
      <SelectField
        form={form}
        name="backup"
        label={demandTexts.backup}
        help={demandTexts.backupHelp}
        choices={choicesOf(demandTexts.backupLabels)}
        isClearable
        placeholder={demandTexts.backupLabels['']}
      />
    </Section>
    <Section title={words.browser}>
      <TimeoutField form={form} />
      <HintsField form={form} />
    </Section>
    <Section title={words.algorithms} text={words.algorithmsText}>
      <AlgorithmField form={form} />
      <SwitchField form={form} name="legacyAlgorithms" label={words.legacy} help={words.legacyHelp} />
    </Section>
    <AttestationFields form={form} />
    <ModelFields form={form} />
    <ProtectionFields form={form} />
    <CeremonyFields form={form} />
  </>
);

const ProtectionFields = ({ form }: Props) => (
  <Section title={words.protection}>
    <SelectField
      form={form}
      name="credentialProtection"
      label={words.credentialProtection}
      help={words.credentialProtectionHelp}
      choices={choicesOf(words.protections)}
      isClearable
      placeholder={words.protections['']}
    />
    <SwitchField form={form} name="enforceCredentialProtection" label={words.enforceProtection} />
    <SwitchField form={form} name="credProps" label={words.credProps} />
    <ExtensionFields form={form} />
  </Section>
);

function HintsField({ form }: Props) {
  const error = form.errors.at('hints');
  return (
    <Checkbox.Group
      label={words.hints}
      description={words.hintsHelp}
      value={[...form.values.hints]}
      onChange={(hints) => form.set({ hints })}
      {...(error !== undefined && { error })}
    >
      <Group mt={6} mb={4}>
        {Object.entries(words.hintLabels).map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
