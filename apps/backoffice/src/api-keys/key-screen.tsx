import { type ApiKey, deleteApiKey, getApiKey, updateApiKey } from '@latchkey/contract';
import { Button, Stack } from '@mantine/core';
import { IconBan, IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { Copyable } from '../kit/copyable.tsx';
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
import { KeyFields } from './key-fields.tsx';
import { KeyStatusBadge } from './key-status-badge.tsx';
import { keyBody, keyValues } from './key-values.ts';
import { keyWords } from './words.ts';

/** One API key. */
export function KeyScreen() {
  const params = useParams({ from: '/shell/api-keys/$apiKeyId' });
  const answer = useRead(getApiKey, { params });
  return (
    <LoadedPage
      answer={answer}
      trail={[
        <TextLink key="keys" to="/api-keys">
          {keyWords.title}
        </TextLink>,
      ]}
    >
      {(apiKey) => <KeyPage key={apiKey.id} apiKey={apiKey} />}
    </LoadedPage>
  );
}

type Props = { readonly apiKey: ApiKey };

function KeyPage({ apiKey }: Props) {
  const may = useMay();
  return (
    <Page
      title={apiKey.name}
      width="narrow"
      meta={<KeyStatusBadge status={apiKey.status} />}
      trail={[
        <TextLink key="keys" to="/api-keys">
          {keyWords.title}
        </TextLink>,
      ]}
      actions={
        <>
          {may(updateApiKey) && <BlockKey apiKey={apiKey} />}
          {may(deleteApiKey) && <DeleteKey apiKey={apiKey} />}
        </>
      }
    >
      <Stack gap="lg">
        <Section title={keyWords.code}>
          <Facts
            facts={[
              [keyWords.clientId, <Copyable key="client" text={apiKey.clientId} what={keyWords.clientId} />],
              [keyWords.created, <Moment key="created" at={apiKey.createdDtm} />],
              [keyWords.createdBy, apiKey.createdBy],
              [keyWords.expires, <Moment key="expires" at={apiKey.expiringDtm} />],
            ]}
          />
        </Section>
        {may(updateApiKey) && <KeyForm apiKey={apiKey} />}
      </Stack>
    </Page>
  );
}

function KeyForm({ apiKey }: Props) {
  const update = useWrite(updateApiKey);
  const form = useForm(keyValues(apiKey), async (values) => {
    await update.mutateAsync({ params: { apiKeyId: apiKey.id }, body: keyBody(values) });
    toast(keyWords.saved);
  });
  return (
    <FormFrame form={form}>
      <KeyFields form={form} />
    </FormFrame>
  );
}

function BlockKey({ apiKey: { id, name, status } }: Props) {
  const update = useWrite(updateApiKey);
  const set = (next: ApiKey['status']) =>
    update.mutateAsync({ params: { apiKeyId: id }, body: { status: next } });
  if (status !== 'ACTIVE')
    return (
      <Button
        variant="default"
        onClick={() => void set('ACTIVE').then(() => toast(keyWords.unblocked(name)))}
      >
        {keyWords.unblock}
      </Button>
    );
  const ask = () =>
    confirm({
      title: keyWords.blockTitle(name),
      effect: keyWords.blockEffect,
      action: keyWords.block,
      run: async () => {
        await set('BLOCKED');
        toast(keyWords.blocked(name), () => set('ACTIVE'));
      },
    });
  return (
    <Button variant="default" leftSection={<IconBan size={16} />} onClick={ask}>
      {keyWords.block}
    </Button>
  );
}

function DeleteKey({ apiKey: { id, name } }: Props) {
  const navigate = useNavigate();
  const remove = useWrite(deleteApiKey);
  const ask = () =>
    confirm({
      title: keyWords.deleteTitle(name),
      effect: keyWords.deleteEffect,
      action: keyWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { apiKeyId: id } });
        toast(keyWords.deleted(name));
        await navigate({ to: '/api-keys' });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {keyWords.delete}
    </Button>
  );
}
