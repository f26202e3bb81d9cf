import { ChoicesField } from '../kit/form/choices-field.tsx';
import { SelectField, SwitchField } from '../kit/form/fields.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { choicesOf } from './choices-of.ts';
import { demandTexts as words } from './demand-words.ts';
import type { PolicyValues } from './policy-values.ts';

type Props = { readonly form: Form<PolicyValues> };

/** What an attestation must be. */
export const AttestationFields = ({ form }: Props) => (
  <Section title={words.attestation} text={words.attestationText}>
    <ChoicesField
      form={form}
      name="attestationFormats"
      label={words.formats}
      help={words.formatsHelp}
      choices={choicesOf(words.formatLabels)}
      placeholder={words.any}
    />
    <ChoicesField
      form={form}
      name="attestationTypes"
      label={words.types}
      help={words.typesHelp}
      choices={choicesOf(words.typeLabels)}
      placeholder={words.any}
    />
    <SwitchField
      form={form}
      name="requireTrustAnchor"
      label={words.requireTrustAnchor}
      help={words.requireTrustAnchorHelp}
    />
    <SwitchField
      form={form}
      name="legacyAttestation"
      label={words.legacyAttestation}
      help={words.legacyAttestationHelp}
    />
  </Section>
);

/** Which models of authenticators are acceptable. */
export const ModelFields = ({ form }: Props) => (
  <Section title={words.models} text={words.modelsText}>
    {(['allowedModels', 'deniedModels', 'watchedModels'] as const).map((name) => (
      <TextListField
        key={name}
        form={form}
        name={name}
        label={words[name]}
        help={words[`${name}Help`]}
        placeholder={words.aaguid}
      />
    ))}
    <FieldRow>
      <SelectField
        form={form}
        name="revokedModels"
        label={words.revokedModels}
        help={words.revokedModelsHelp}
        choices={choicesOf(words.revokedLabels)}
        isClearable
        placeholder={words.revokedLabels['']}
      />
      <SelectField
        form={form}
        name="minimumCertification"
        label={words.certification}
        help={words.certificationHelp}
        choices={choicesOf(words.certificationLabels)}
        isClearable
        placeholder={words.any}
      />
    </FieldRow>
    <ChoicesField
      form={form}
      name="keyProtections"
      label={words.keyProtections}
      help={words.keyProtectionsHelp}
      choices={choicesOf(words.keyProtectionLabels)}
      placeholder={words.any}
    />
    <ChoicesField
      form={form}
      name="userVerificationMethods"
      label={words.methods}
      help={words.methodsHelp}
      choices={choicesOf(words.methodLabels)}
      placeholder={words.any}
    />
  </Section>
);
