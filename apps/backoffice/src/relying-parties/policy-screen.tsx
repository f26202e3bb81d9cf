import {
  deleteRegistrationPolicy,
  getRegistrationPolicy,
  type RegistrationPolicy,
  startPolicyTrial,
  updateRegistrationPolicy,
} from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { toast } from '../kit/toasts.ts';
import { NeededBy } from '../processes/definitions/needed-by.tsx';
import { useMay } from '../session/use-session.ts';
import { PolicyPage } from './policy-page.tsx';
import { PolicyTrialSection } from './policy-trial.tsx';
import { policyBody, policyValues } from './policy-values.ts';
import { partyWords, policyWords } from './words.ts';

type Place = { readonly storeName: string; readonly rpId: string };

/** One registration policy. */
export function PolicyScreen() {
  const { storeName, rpId, policyName } = useParams({
    from: '/shell/relying-parties/$storeName/$rpId/policies/$policyName',
  });
  const answer = useRead(getRegistrationPolicy, { params: { storeName, rpId, policyName } });
  return (
    <LoadedPage
      answer={answer}
      trail={[
        <TextLink key="parties" to="/relying-parties">
          {partyWords.title}
        </TextLink>,
      ]}
    >
      {(policy) => <Policy key={policy.id} policy={policy} place={{ storeName, rpId }} />}
    </LoadedPage>
  );
}

function Policy({ policy, place }: { readonly policy: RegistrationPolicy; readonly place: Place }) {
  const may = useMay();
  const navigate = useNavigate();
  const update = useWrite(updateRegistrationPolicy);
  const form = useForm(policyValues(policy), async (values) => {
    const { name } = await update.mutateAsync({
      params: { ...place, policyName: policy.name },
      body: policyBody(values),
    });
    toast(policyWords.saved);
    if (name !== policy.name)
      await navigate({
        to: '/relying-parties/$storeName/$rpId/policies/$policyName',
        params: { ...place, policyName: name },
        replace: true,
      });
  });
  return (
    <PolicyPage
      title={policy.name}
      {...place}
      form={form}
      meta={<StatusBadge tone="quiet">{policyWords.version(policy.version)}</StatusBadge>}
      below={
        may(startPolicyTrial) && (
          <PolicyTrialSection params={{ ...place, policyName: policy.name }} isUnsaved={form.isDirty} />
        )
      }
      actions={may(deleteRegistrationPolicy) && <DeletePolicy name={policy.name} place={place} />}
    />
  );
}

function DeletePolicy({ name, place }: { readonly name: string; readonly place: Place }) {
  const navigate = useNavigate();
  const remove = useWrite(deleteRegistrationPolicy);
  const ask = () =>
    confirm({
      title: policyWords.deleteTitle(name),
      effect: (
        <>
          {policyWords.deleteEffect}
          <NeededBy storeName={place.storeName} relyingPartyId={place.rpId} registrationPolicy={name} />
        </>
      ),
      action: policyWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { ...place, policyName: name } });
        toast(policyWords.deleted(name));
        await navigate({ to: '/relying-parties/$storeName/$rpId', params: place });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {policyWords.delete}
    </Button>
  );
}
