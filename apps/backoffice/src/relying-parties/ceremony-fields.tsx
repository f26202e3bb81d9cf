import { SelectField, SwitchField } from '../kit/form/fields.tsx';
import { NumberField } from '../kit/form/number-field.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { choicesOf } from './choices-of.ts';
import { demandTexts as words } from './demand-words.ts';
import type { PolicyValues } from './policy-values.ts';
import { partyWords, policyWords } from './words.ts';

type Props = { readonly form: Form<PolicyValues> };

/** What a policy lays down about the registration itself. */
export const CeremonyFields = ({ form }: Props) => (
  <Section title={words.ceremony}>
    <FieldRow>
      <NumberField
        form={form}
        name="maxPasskeys"
        label={words.maxPasskeys}
        help={words.maxPasskeysHelp}
        min={1}
        max={1000}
      />
      <SelectField
        form={form}
        name="exclude"
        label={words.exclude}
        help={words.excludeHelp}
        choices={choicesOf(words.excludeLabels)}
        isClearable
        placeholder={words.excludeLabels['']}
      />
    </FieldRow>
    <TextListField
      form={form}
      name="origins"
      label={words.origins}
      help={words.originsHelp}
      placeholder={partyWords.originExample}
    />
    <TextListField
      form={form}
      name="topOrigins"
      label={words.topOrigins}
      help={words.topOriginsHelp}
      placeholder={partyWords.originExample}
    />
    <SwitchField
      form={form}
      name="allowExternalChallenge"
      label={policyWords.externalChallenge}
      help={policyWords.externalChallengeHelp}
    />
    {form.values.allowExternalChallenge && (
      <NumberField
        form={form}
        name="leastChallengeBytes"
        label={words.leastChallengeBytes}
        help={words.leastChallengeBytesHelp}
        min={16}
        max={64}
        unit={words.bytes}
      />
    )}
    <SwitchField
      form={form}
      name="conditionalCreate"
      label={words.conditionalCreate}
      help={words.conditionalCreateHelp}
    />
    <SwitchField
      form={form}
      name="requireUserProof"
      label={words.requireUserProof}
      help={words.requireUserProofHelp}
    />
  </Section>
);

/** Extensions beside credProps and credProtect. */
export const ExtensionFields = ({ form }: Props) => (
  <>
    <FieldRow>
      <SelectField
        form={form}
        name="prf"
        label={words.prf}
        help={words.prfHelp}
        choices={choicesOf(words.prfLabels)}
        isClearable
        placeholder={words.prfLabels['']}
      />
      <SelectField
        form={form}
        name="largeBlob"
        label={words.largeBlob}
        help={words.largeBlobHelp}
        choices={choicesOf(words.largeBlobLabels)}
        isClearable
        placeholder={words.largeBlobLabels['']}
      />
    </FieldRow>
    <SwitchField form={form} name="minPinLength" label={words.minPinLength} />
    <NumberField
      form={form}
      name="leastPinLength"
      label={words.leastPinLength}
      help={words.leastPinLengthHelp}
      min={4}
      max={63}
      unit={words.digits}
    />
  </>
);
