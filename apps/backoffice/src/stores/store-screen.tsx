import { deleteStore, getStore, type Store, updateStore } from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { Copyable } from '../kit/copyable.tsx';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { LinkButton, TextLink } from '../kit/links.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { NeededBy } from '../processes/definitions/needed-by.tsx';
import { useMay } from '../session/use-session.ts';
import { StoreFields } from './store-fields.tsx';
import { storeChangeOf, storeValues } from './store-values.ts';
import { storeWords } from './words.ts';

/** One identity store: its settings and limits. */
export function StoreScreen() {
  const { storeName } = useParams({ from: '/shell/stores/$storeName' });
  const answer = useRead(getStore, { params: { storeName } });
  return (
    <LoadedPage
      answer={answer}
      trail={[
        <TextLink key="stores" to="/stores">
          {storeWords.title}
        </TextLink>,
      ]}
    >
      {(store) => <StorePage key={store.id} store={store} />}
    </LoadedPage>
  );
}

function StorePage({ store }: { readonly store: Store }) {
  const may = useMay();
  const navigate = useNavigate();
  const update = useWrite(updateStore, { alsoChanges: ['Users', 'Relying parties'] });
  const form = useForm(storeValues(store), async (values) => {
    const { name } = await update.mutateAsync({
      params: { storeName: store.name },
      body: storeChangeOf(values),
    });
    toast(storeWords.saved);
    if (name !== store.name) await navigate({ to: '/stores/$storeName', params: { storeName: name } });
  });
  return (
    <Page
      title={store.name}
      width="narrow"
      meta={<Copyable text={store.id} what="store ID" isShort />}
      trail={[
        <TextLink key="stores" to="/stores">
          {storeWords.title}
        </TextLink>,
      ]}
      actions={
        <>
          <LinkButton variant="default" to="/users" search={{ store: store.name }}>
            {storeWords.usersOf}
          </LinkButton>
          <LinkButton variant="default" to="/relying-parties" search={{ store: store.name }}>
            {storeWords.relyingPartiesOf}
          </LinkButton>
          {may(deleteStore) && <DeleteStore store={store} />}
        </>
      }
    >
      <FormFrame form={form}>
        <StoreFields form={form} />
      </FormFrame>
    </Page>
  );
}

function DeleteStore({ store }: { readonly store: Store }) {
  const navigate = useNavigate();
  const remove = useWrite(deleteStore);
  const ask = () =>
    confirm({
      title: storeWords.deleteTitle(store.name),
      effect: (
        <>
          {storeWords.deleteEffect}
          <NeededBy storeName={store.name} />
        </>
      ),
      action: storeWords.delete,
      isDangerous: true,
      typeName: store.name,
      run: async () => {
        await remove.mutateAsync({ params: { storeName: store.name } });
        toast(storeWords.deleted(store.name));
        await navigate({ to: '/stores' });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {storeWords.delete}
    </Button>
  );
}
