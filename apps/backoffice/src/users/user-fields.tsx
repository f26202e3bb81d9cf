import { userStatuses } from '@latchkey/contract';
import { SelectField, TextField } from '../kit/form/fields.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { statusLabel } from './user-status-badge.tsx';
import type { UserValues } from './user-values.ts';
import { userWords } from './words.ts';

const statuses = userStatuses.map((value) => ({ value, label: statusLabel(value) }));

/** Every field of a user. */
export const UserFields = ({
  form,
  isNew,
}: {
  readonly form: Form<UserValues>;
  readonly isNew?: boolean;
}) => (
  <>
    <Section title={userWords.identity}>
      <FieldRow>
        <TextField form={form} name="firstName" label={userWords.firstName} />
        <TextField form={form} name="lastName" label={userWords.lastName} />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="email" type="email" label={userWords.email} />
        <TextField
          form={form}
          name="externalId"
          label={userWords.externalId}
          help={userWords.externalIdHelp}
          isMono
        />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="dateOfBirth" type="date" label={userWords.dateOfBirth} />
        <SelectField
          form={form}
          name="status"
          label={userWords.status}
          choices={statuses}
          {...(isNew && { isClearable: true, placeholder: userWords.storeDefault })}
        />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="type" label={userWords.type} help={userWords.typeHelp} />
        <TextListField
          form={form}
          name="nationalities"
          label={userWords.nationalities}
          help={userWords.nationalitiesHelp}
        />
      </FieldRow>
    </Section>
    <Section title={userWords.locale}>
      <FieldRow>
        <TextField
          form={form}
          name="localeLanguage"
          label={userWords.language}
          help={userWords.languageHelp}
        />
        <TextField form={form} name="localeCountry" label={userWords.country} help={userWords.countryHelp} />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="localeVariant" label={userWords.variant} />
        <TextField form={form} name="timeZone" label={userWords.timeZone} help={userWords.timeZoneHelp} />
      </FieldRow>
    </Section>
    <Section title={userWords.attributes} text={userWords.attributesText}>
      <AttributeFields form={form} />
    </Section>
  </>
);
