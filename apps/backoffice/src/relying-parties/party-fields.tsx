import { TextField } from '../kit/form/fields.tsx';
import { Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { partyWords } from './words.ts';

/** A relying party as its form holds it. */
export type PartyValues = {
  readonly relyingPartyId: string;
  readonly name: string;
  readonly restrictedOrigins: readonly string[];
};

/** The fields of a relying party; its ID only while it is new. */
export const PartyFields = ({
  form,
  isNew,
}: {
  readonly form: Form<PartyValues>;
  readonly isNew?: boolean;
}) => (
  <Section title={partyWords.general}>
    <TextField
      form={form}
      name="relyingPartyId"
      label={partyWords.id}
      help={partyWords.idHelp}
      isRequired
      isDisabled={!isNew}
      isMono
    />
    <TextField form={form} name="name" label={partyWords.name} help={partyWords.nameHelp} isRequired />
    <TextListField
      form={form}
      name="restrictedOrigins"
      label={partyWords.origins}
      help={partyWords.originsHelp}
      placeholder="https://"
    />
  </Section>
);
