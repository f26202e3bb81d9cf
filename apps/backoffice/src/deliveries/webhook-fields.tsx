import { webhookEventTypes } from '@latchkey/contract';
import { Checkbox, Stack } from '@mantine/core';
import { TextField } from '../kit/form/fields.tsx';
import { Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import type { WebhookValues } from './webhook-values.ts';
import { deliveryWords } from './words.ts';

type Props = { readonly form: Form<WebhookValues> };

/** The fields of a webhook. */
export const WebhookFields = ({ form }: Props) => (
  <>
    <Section title={deliveryWords.general}>
      <TextField form={form} name="name" label={deliveryWords.name} isRequired />
      <TextField
        form={form}
        name="url"
        label={deliveryWords.url}
        help={deliveryWords.urlHelp}
        isRequired
        isMono
      />
    </Section>
    <Section title={deliveryWords.events} text={deliveryWords.eventsText}>
      <EventField form={form} />
    </Section>
  </>
);

/** Picks events by their names. */
function EventField({ form }: Props) {
  const error = form.errors.at('events');
  const pick = (names: readonly string[]) =>
    form.set({ events: webhookEventTypes.filter((type) => names.includes(type)) });
  return (
    <Checkbox.Group
      aria-label={deliveryWords.events}
      value={[...form.values.events]}
      onChange={pick}
      {...(error !== undefined && { error })}
    >
      <Stack gap="sm" mb={error === undefined ? 0 : 'xs'}>
        {webhookEventTypes.map((type) => (
          <Checkbox key={type} value={type} label={type} description={deliveryWords.when(type)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
