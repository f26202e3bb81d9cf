import {
  deleteRelyingParty,
  getRelyingParty,
  type RelyingParty,
  updateRelyingParty,
} from '@latchkey/contract';
import { Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { NeededBy } from '../processes/definitions/needed-by.tsx';
import { useMay } from '../session/use-session.ts';
import { PartyFields, partyBody, partyValues } from './party-fields.tsx';
import { PolicyList } from './policy-list.tsx';
import { partyWords } from './words.ts';

/** One relying party: its policies, its name, its origins. */
export function PartyScreen() {
  const params = useParams({ from: '/shell/relying-parties/$storeName/$rpId' });
  const answer = useRead(getRelyingParty, { params });
  return (
    <LoadedPage
      answer={answer}
      trail={[
        <TextLink key="parties" to="/relying-parties">
          {partyWords.title}
        </TextLink>,
      ]}
    >
      {(party) => <PartyPage key={party.id} party={party} storeName={params.storeName} />}
    </LoadedPage>
  );
}

type Props = { readonly party: RelyingParty; readonly storeName: string };

function PartyPage({ party, storeName }: Props) {
  const may = useMay();
  return (
    <Page
      title={party.relyingPartyId}
      width="narrow"
      trail={[
        <TextLink key="parties" to="/relying-parties" search={{ store: storeName }}>
          {partyWords.title}
        </TextLink>,
      ]}
      actions={may(deleteRelyingParty) && <DeleteParty party={party} storeName={storeName} />}
    >
      <Stack gap="lg">
        <PolicyList storeName={storeName} rpId={party.relyingPartyId} />
        {may(updateRelyingParty) && <PartyForm party={party} storeName={storeName} />}
      </Stack>
    </Page>
  );
}

function PartyForm({ party, storeName }: Props) {
  const update = useWrite(updateRelyingParty);
  const form = useForm(partyValues(party), async (values) => {
    await update.mutateAsync({
      params: { storeName, rpId: party.relyingPartyId },
      body: partyBody(values),
    });
    toast(partyWords.saved);
  });
  return (
    <FormFrame form={form}>
      <PartyFields form={form} warnings={party.warnings} />
    </FormFrame>
  );
}

function DeleteParty({ party: { relyingPartyId: rpId }, storeName }: Props) {
  const navigate = useNavigate();
  const remove = useWrite(deleteRelyingParty);
  const ask = () =>
    confirm({
      title: partyWords.deleteTitle(rpId),
      effect: (
        <>
          {partyWords.deleteEffect}
          <NeededBy storeName={storeName} relyingPartyId={rpId} />
        </>
      ),
      action: partyWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { storeName, rpId } });
        toast(partyWords.deleted(rpId));
        await navigate({ to: '/relying-parties', search: { store: storeName } });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {partyWords.delete}
    </Button>
  );
}
