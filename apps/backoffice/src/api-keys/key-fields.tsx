import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { FieldRow, Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import type { KeyValues } from './key-values.ts';
import { PermissionField } from './permission-field.tsx';
import { keyWords } from './words.ts';

/** The fields of an API key. */
export const KeyFields = ({ form }: { readonly form: Form<KeyValues> }) => (
  <>
    <Section title={keyWords.general}>
      <FieldRow>
        <TextField form={form} name="name" label={keyWords.name} help={keyWords.nameHelp} isRequired />
        <TextField
          form={form}
          name="expiringDtm"
          type="datetime-local"
          label={keyWords.expiry}
          help={keyWords.expiresHelp}
        />
      </FieldRow>
      <LongTextField form={form} name="description" label={keyWords.keyDescription} />
    </Section>
    <Section title={keyWords.permissions} text={keyWords.permissionsText}>
      <PermissionField form={form} />
    </Section>
  </>
);
