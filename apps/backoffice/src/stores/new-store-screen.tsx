import { createStore } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../api/use-write.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { StoreFields } from './store-fields.tsx';
import { newStoreOf, storeValues } from './store-values.ts';
import { storeWords } from './words.ts';

/** Makes an identity store. */
export function NewStoreScreen() {
  const navigate = useNavigate();
  const create = useWrite(createStore);
  const form = useForm(storeValues(), async (values) => {
    const { name } = await create.mutateAsync({ body: newStoreOf(values) });
    toast(storeWords.made(name));
    await navigate({ to: '/stores/$storeName', params: { storeName: name } });
  });
  return (
    <Page
      title={storeWords.create}
      width="narrow"
      trail={[
        <TextLink key="stores" to="/stores">
          {storeWords.title}
        </TextLink>,
      ]}
    >
      <FormFrame
        form={form}
        action={storeWords.createAction}
        isNew
        onCancel={() => void navigate({ to: '/stores' })}
      >
        <StoreFields form={form} />
      </FormFrame>
    </Page>
  );
}
