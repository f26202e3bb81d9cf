import { userStatuses } from '@latchkey/contract';
import { LongTextField, SelectField, TextField } from '../kit/form/fields.tsx';
import { NumberField } from '../kit/form/number-field.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { statusLabel } from '../users/user-status-badge.tsx';
import type { StoreValues } from './store-values.ts';
import { storeWords } from './words.ts';

const statuses = userStatuses.map((value) => ({ value, label: statusLabel(value) }));

/** The fields of an identity store. */
export const StoreFields = ({ form }: { readonly form: Form<StoreValues> }) => (
  <>
    <Section title={storeWords.general}>
      <TextField form={form} name="name" label={storeWords.name} help={storeWords.nameHelp} isRequired />
      <LongTextField form={form} name="description" label={storeWords.storeDescription} />
    </Section>
    <Section title={storeWords.limits} text={storeWords.limitsText}>
      <FieldRow>
        <NumberField form={form} name="maxUsers" label={storeWords.maxUsers} min={1} />
        <NumberField
          form={form}
          name="maxPasskeysPerUser"
          label={storeWords.maxPasskeys}
          help={storeWords.maxPasskeysHelp}
          min={1}
          max={100}
        />
      </FieldRow>
    </Section>
    <Section title={storeWords.defaults} text={storeWords.defaultsText}>
      <FieldRow>
        <SelectField form={form} name="defaultUserStatus" label={storeWords.status} choices={statuses} />
        <TextField
          form={form}
          name="defaultTimeZone"
          label={storeWords.timeZone}
          help={storeWords.timeZoneHelp}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          form={form}
          name="defaultLocaleLanguage"
          label={storeWords.language}
          help={storeWords.languageHelp}
        />
        <TextField
          form={form}
          name="defaultLocaleCountry"
          label={storeWords.country}
          help={storeWords.countryHelp}
        />
        <TextField form={form} name="defaultLocaleVariant" label={storeWords.variant} />
      </FieldRow>
    </Section>
  </>
);
