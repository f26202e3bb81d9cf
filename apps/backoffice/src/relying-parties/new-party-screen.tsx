import { createRelyingParty } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
import { PartyFields, partyBody, partyValues } from './party-fields.tsx';
import { newPartySearch } from './party-search.ts';
import { partyWords } from './words.ts';

/** Makes a relying party. */
export function NewPartyScreen() {
  const [search, change] = useSearch(newPartySearch);
  const { answer, stores, store } = useStores(search.store);
  return (
    <Page
      title={partyWords.create}
      width="narrow"
      trail={[
        <TextLink key="parties" to="/relying-parties">
          {partyWords.title}
        </TextLink>,
      ]}
    >
      <Loaded answer={answer}>
        {() =>
          store === undefined ? (
            <NeedsStore />
          ) : (
            <NewParty storeName={store.name}>
              {stores.length > 1 && (
                <Section title={partyWords.store}>
                  <StoreFilter stores={stores} store={store} onChange={(name) => change({ store: name })} />
                </Section>
              )}
            </NewParty>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewParty({ storeName, children }: { readonly storeName: string; readonly children: ReactNode }) {
  const navigate = useNavigate();
  const create = useWrite(createRelyingParty);
  const form = useForm(partyValues(), async (values) => {
    const body = { relyingPartyId: values.relyingPartyId, ...partyBody(values) };
    const { relyingPartyId: rpId } = await create.mutateAsync({ params: { storeName }, body });
    toast(partyWords.made(rpId));
    await navigate({ to: '/relying-parties/$storeName/$rpId', params: { storeName, rpId } });
  });
  return (
    <FormFrame
      form={form}
      action={partyWords.createAction}
      isNew
      onCancel={() => void navigate({ to: '/relying-parties', search: { store: storeName } })}
    >
      {children}
      <PartyFields form={form} isNew />
    </FormFrame>
  );
}
