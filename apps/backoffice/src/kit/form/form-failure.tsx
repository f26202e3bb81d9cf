import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemIn } from '../../api/call-failure.ts';
import { FailureNote } from '../failure-note.tsx';
import { asSentence } from './field-errors.ts';
import type { Form } from './use-form.ts';

/** The failure of a save: its sentence, and every fault of a field as a list. */
export function FormFailure<Values extends object>({ form }: { readonly form: Form<Values> }) {
  if (form.failure === undefined) return null;
  const { title, errors = [] } = problemIn(form.failure);
  if (errors.length === 0) return <FailureNote failure={form.failure} />;
  return (
    <Alert color="red" role="alert" tabIndex={-1} icon={<IconAlertTriangle aria-hidden />} title={title}>
      <List size="md">
        {errors.map(({ pointer, detail }) => (
          <List.Item key={`${pointer} ${detail}`}>
            {asSentence(detail)} {pointer !== '' && <code>{pointer}</code>}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
