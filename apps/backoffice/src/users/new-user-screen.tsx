import { createUser } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../api/use-write.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { NeedsStore } from '../stores/needs-store.tsx';
import { StoreFilter } from '../stores/store-filter.tsx';
import { useStores } from '../stores/use-stores.ts';
import { UserFields } from './user-fields.tsx';
import { newUserOf, userValues } from './user-values.ts';
import { newUserSearch } from './users-search.ts';
import { userWords } from './words.ts';

/** Makes a user by hand. */
export function NewUserScreen() {
  const [search, change] = useSearch(newUserSearch);
  const { answer, stores, store } = useStores(search.store);
  return (
    <Page
      title={userWords.create}
      width="narrow"
      trail={[
        <TextLink key="users" to="/users">
          {userWords.title}
        </TextLink>,
      ]}
    >
      <Loaded answer={answer}>
        {() =>
          store === undefined ? (
            <NeedsStore />
          ) : (
            <NewUser storeName={store.name}>
              {stores.length > 1 && (
                <Section title={userWords.store}>
                  <StoreFilter stores={stores} store={store} onChange={(name) => change({ store: name })} />
                </Section>
              )}
            </NewUser>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewUser({
  storeName,
  children,
}: {
  readonly storeName: string;
  readonly children: React.ReactNode;
}) {
  const navigate = useNavigate();
  const create = useWrite(createUser);
  const form = useForm(userValues(), async (values) => {
    const { id } = await create.mutateAsync({ params: { storeName }, body: newUserOf(values) });
    toast(userWords.made);
    await navigate({ to: '/users/$storeName/$userId', params: { storeName, userId: id } });
  });
  return (
    <FormFrame
      form={form}
      action={userWords.createAction}
      isNew
      onCancel={() => void navigate({ to: '/users', search: { store: storeName } })}
    >
      {children}
      <UserFields form={form} isNew />
    </FormFrame>
  );
}
