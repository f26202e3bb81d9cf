import { createWebhook, type WebhookWithSecret } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { WebhookFields } from './webhook-fields.tsx';
import { WebhookSecret } from './webhook-secret.tsx';
import { webhookBody, webhookValues } from './webhook-values.ts';
import { deliveryWords } from './words.ts';

/** Makes a webhook, then shows its secret once. */
export function NewWebhookScreen() {
  const [created, setCreated] = useState<WebhookWithSecret>();
  const navigate = useNavigate();
  const create = useWrite(createWebhook);
  const form = useForm(webhookValues(), async (values) => {
    setCreated(await create.mutateAsync({ body: webhookBody(values) }));
  });
  return (
    <Page
      title={created?.name ?? deliveryWords.create}
      width="narrow"
      trail={[
        <TextLink key="webhooks" to="/webhooks">
          {deliveryWords.title}
        </TextLink>,
      ]}
    >
      {created ? (
        <WebhookSecret
          webhook={created}
          onDone={() => void navigate({ to: '/webhooks/$webhookId', params: { webhookId: created.id } })}
        />
      ) : (
        <FormFrame
          form={form}
          action={deliveryWords.createAction}
          isNew
          onCancel={() => void navigate({ to: '/webhooks' })}
        >
          <WebhookFields form={form} />
        </FormFrame>
      )}
    </Page>
  );
}
