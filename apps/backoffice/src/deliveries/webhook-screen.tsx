import {
  deleteWebhook,
  getWebhook,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
  type Webhook,
  type WebhookWithSecret,
} from '@latchkey/contract';
import { Alert, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { Facts } from '../kit/facts.tsx';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { DeleteWebhook, RotateSecret, SwitchWebhook } from './webhook-actions.tsx';
import { WebhookFields } from './webhook-fields.tsx';
import { WebhookSecret } from './webhook-secret.tsx';
import { WebhookStatusBadge } from './webhook-status-badge.tsx';
import { WebhookTestPanel } from './webhook-test-panel.tsx';
import { webhookBody, webhookValues } from './webhook-values.ts';
import { deliveryWords } from './words.ts';

const trail = [
  <TextLink key="webhooks" to="/webhooks">
    {deliveryWords.title}
  </TextLink>,
];

/** One webhook. */
export function WebhookScreen() {
  const params = useParams({ from: '/shell/webhooks/$webhookId' });
  const answer = useRead(getWebhook, { params });
  return (
    <LoadedPage answer={answer} trail={trail}>
      {(webhook) => <WebhookPage key={webhook.id} webhook={webhook} />}
    </LoadedPage>
  );
}

function WebhookPage({ webhook }: { readonly webhook: Webhook }) {
  const may = useMay();
  const [rotated, setRotated] = useState<WebhookWithSecret>();
  return (
    <Page
      title={webhook.name}
      width="narrow"
      meta={<WebhookStatusBadge status={webhook.status} />}
      trail={trail}
      actions={
        <>
          {may(updateWebhook) && <SwitchWebhook webhook={webhook} />}
          {may(rotateWebhookSecret) && <RotateSecret webhook={webhook} onRotated={setRotated} />}
          {may(deleteWebhook) && <DeleteWebhook webhook={webhook} />}
        </>
      }
    >
      <Stack gap="lg">
        {webhook.disabledReason !== undefined && (
          <Alert color="yellow" title={deliveryWords.goneTitle}>
            <Text>{deliveryWords.goneText}</Text>
          </Alert>
        )}
        {rotated && <WebhookSecret webhook={rotated} onDone={() => setRotated(undefined)} />}
        {may(testWebhook) && <WebhookTestPanel webhookId={webhook.id} />}
        {may(updateWebhook) ? <WebhookForm webhook={webhook} /> : <WebhookFacts webhook={webhook} />}
      </Stack>
    </Page>
  );
}

function WebhookForm({ webhook }: { readonly webhook: Webhook }) {
  const update = useWrite(updateWebhook);
  const form = useForm(webhookValues(webhook), async (values) => {
    await update.mutateAsync({ params: { webhookId: webhook.id }, body: webhookBody(values) });
    toast(deliveryWords.saved);
  });
  return (
    <FormFrame form={form}>
      <WebhookFields form={form} />
    </FormFrame>
  );
}

const WebhookFacts = ({ webhook }: { readonly webhook: Webhook }) => (
  <Section title={deliveryWords.general}>
    <Facts
      facts={[
        [deliveryWords.url, webhook.url],
        [deliveryWords.events, webhook.events.join(', ')],
        [deliveryWords.created, <Moment key="created" at={webhook.createdDtm} />],
        [deliveryWords.createdBy, webhook.createdBy],
        [deliveryWords.previousSecret, <Moment key="previous" at={webhook.previousSecretUntil} />],
      ]}
    />
  </Section>
);
