import { createRegistrationPolicy } from '@latchkey/contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useWrite } from '../api/use-write.ts';
import { useForm } from '../kit/form/use-form.ts';
import { toast } from '../kit/toasts.ts';
import { PolicyPage } from './policy-page.tsx';
import { policyBody, policyValues } from './policy-values.ts';
import { policyWords } from './words.ts';

/** Makes a registration policy. */
export function NewPolicyScreen() {
  const params = useParams({ from: '/shell/relying-parties/$storeName/$rpId/new-policy' });
  const navigate = useNavigate();
  const create = useWrite(createRegistrationPolicy);
  const form = useForm(policyValues(), async (values) => {
    const { name } = await create.mutateAsync({ params, body: policyBody(values) });
    toast(policyWords.made(name));
    await navigate({ to: '/relying-parties/$storeName/$rpId', params });
  });
  return <PolicyPage title={policyWords.create} {...params} form={form} action={policyWords.createAction} />;
}
