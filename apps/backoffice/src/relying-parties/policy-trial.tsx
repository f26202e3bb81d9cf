import { judgePolicyTrial, type PolicyTrial, type PolicyVerdict, startPolicyTrial } from '@latchkey/contract';
import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { Section } from '../kit/form/section.tsx';
import { canUsePasskeys, createPasskey } from '../session/passkey-ceremony.ts';
import { forgetPasskey } from './forget-passkey.ts';
import { trialObstacle } from './trial-obstacle.ts';
import { TrialVerdict } from './trial-verdict.tsx';
import { trialWords } from './trial-words.ts';

type Props = {
  readonly params: { readonly storeName: string; readonly rpId: string; readonly policyName: string };
  readonly isUnsaved: boolean;
};

type Done = { readonly trial: PolicyTrial; readonly verdict: PolicyVerdict };

/** Lets the operator's own browser answer the policy, and shows how the server judges it. */
export function PolicyTrialSection({ params, isUnsaved }: Props) {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => tryPolicy(params) });
  const obstacle = trialObstacle(params.rpId, {
    hostname: location.hostname,
    isSecure: window.isSecureContext,
    knowsPasskeys: canUsePasskeys(),
  });
  return (
    <Section title={trialWords.title} text={trialWords.text}>
      {obstacle !== undefined ? (
        <Text>{obstacle}</Text>
      ) : (
        <Stack gap="xs" align="flex-start">
          <Button
            variant="default"
            leftSection={<IconFingerprint size={16} />}
            loading={isPending}
            disabled={isUnsaved}
            onClick={() => mutate()}
          >
            {data === undefined ? trialWords.action : trialWords.again}
          </Button>
          {isUnsaved && <Text c="dimmed">{trialWords.unsaved}</Text>}
        </Stack>
      )}
      <div aria-live="polite">
        {isPending && <Text>{trialWords.asking}</Text>}
        {error !== null && <FailureNote failure={error} />}
        {data !== undefined && !isPending && (
          <TrialVerdict verdict={data.verdict} isOriginAdded={data.trial.isOriginAdded} />
        )}
      </div>
    </Section>
  );
}

async function tryPolicy(params: Props['params']): Promise<Done> {
  const trial = await call(startPolicyTrial, { params });
  const clientResponse = await createPasskey(trial.clientRequest);
  const verdict = await call(judgePolicyTrial, { params, body: { trial: trial.trial, clientResponse } });
  await forgetPasskey(params.rpId, clientResponse.id);
  return { trial, verdict };
}
