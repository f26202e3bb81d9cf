import { type CreatedApiKey, createApiKey } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { KeyFields } from './key-fields.tsx';
import { KeySecrets } from './key-secrets.tsx';
import { keyBody, keyValues } from './key-values.ts';
import { keyWords } from './words.ts';

/** Makes an API key, then shows its secrets once. */
export function NewKeyScreen() {
  const [created, setCreated] = useState<CreatedApiKey>();
  const navigate = useNavigate();
  const create = useWrite(createApiKey);
  const form = useForm(keyValues(), async (values) => {
    const type = values.expiringDtm === '' ? 'PERMANENT' : 'SESSION';
    setCreated(await create.mutateAsync({ body: { ...keyBody(values), type } }));
  });
  return (
    <Page
      title={created?.name ?? keyWords.create}
      width="narrow"
      trail={[
        <TextLink key="keys" to="/api-keys">
          {keyWords.title}
        </TextLink>,
      ]}
    >
      {created ? (
        <KeySecrets created={created} />
      ) : (
        <FormFrame
          form={form}
          action={keyWords.createAction}
          isNew
          onCancel={() => void navigate({ to: '/api-keys' })}
        >
          <KeyFields form={form} />
        </FormFrame>
      )}
    </Page>
  );
}
