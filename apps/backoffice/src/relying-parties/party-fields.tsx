import type { RelyingParty } from '@latchkey/contract';
import { TextField } from '../kit/form/fields.tsx';
import { Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { StatusBadge } from '../kit/status-badge.tsx';
import { partyWords } from './words.ts';

/** A relying party as its form holds it. */
export type PartyValues = {
  readonly relyingPartyId: string;
  readonly name: string;
  readonly restrictedOrigins: readonly string[];
  readonly relatedOrigins: readonly string[];
  readonly enrollUrl: string;
  readonly manageUrl: string;
};

/** The form of a relying party; of a new one empty. */
export const partyValues = (party?: RelyingParty): PartyValues => ({
  relyingPartyId: party?.relyingPartyId ?? '',
  name: party?.name ?? '',
  restrictedOrigins: party?.restrictedOrigins ?? [],
  relatedOrigins: party?.relatedOrigins ?? [],
  enrollUrl: party?.enrollUrl ?? '',
  manageUrl: party?.manageUrl ?? '',
});

/** What to send; `null` for an address that is left open. */
export const partyBody = ({ relyingPartyId: _, ...values }: PartyValues) => ({
  ...values,
  restrictedOrigins: [...values.restrictedOrigins],
  relatedOrigins: [...values.relatedOrigins],
  enrollUrl: values.enrollUrl || null,
  manageUrl: values.manageUrl || null,
});

/** The fields of a relying party; its ID only while it is new. */
export const PartyFields = ({
  form,
  isNew,
  warnings = [],
}: {
  readonly form: Form<PartyValues>;
  readonly isNew?: boolean;
  /** What browsers may not do as it was saved. */
  readonly warnings?: readonly string[];
}) => (
  <>
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
        placeholder={partyWords.originExample}
      />
    </Section>
    <Section title={partyWords.elsewhere} text={partyWords.elsewhereText}>
      <TextListField
        form={form}
        name="relatedOrigins"
        label={partyWords.related}
        help={partyWords.relatedHelp}
        placeholder={partyWords.originExample}
      />
      {warnings.map((warning) => (
        <StatusBadge key={warning} tone="warn">
          {warning}
        </StatusBadge>
      ))}
      <TextField
        form={form}
        name="enrollUrl"
        label={partyWords.enroll}
        help={partyWords.enrollHelp}
        placeholder={partyWords.originExample}
      />
      <TextField
        form={form}
        name="manageUrl"
        label={partyWords.manage}
        help={partyWords.manageHelp}
        placeholder={partyWords.originExample}
      />
    </Section>
  </>
);
