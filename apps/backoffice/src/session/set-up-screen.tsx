import { setUpOperator, startOperatorSetUp } from '@latchkey/contract';
import { Button, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { roleWords } from '../words/role-words.ts';
import { canUsePasskeys, createPasskey } from './passkey-ceremony.ts';
import { sessionQuery } from './session.ts';
import { Welcome } from './welcome.tsx';
import { sessionWords } from './words.ts';

/** Uses a one-time link: a name, a first passkey, signed in. The secret stands behind `#`, which no server log sees. */
export function SetUpScreen() {
  const [invitation] = useState(() => location.hash.slice(1));
  const start = useQuery({
    queryKey: ['set-up', invitation],
    queryFn: () => call(startOperatorSetUp, { body: { invitation } }),
    enabled: invitation !== '' && canUsePasskeys(),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (!canUsePasskeys())
    return <Welcome title={sessionWords.unsupportedTitle} text={sessionWords.unsupportedText} />;
  if (invitation === '')
    return <Welcome title={sessionWords.noInvitationTitle} text={sessionWords.noInvitationText} />;
  return (
    <Welcome
      title={sessionWords.setUpTitle}
      {...(start.data && { text: sessionWords.setUpText(roleWords[start.data.role].toLowerCase()) })}
    >
      {start.isError && <FailureNote failure={start.error} />}
      {start.data && <SetUp invitation={invitation} givenName={start.data.name} />}
    </Welcome>
  );
}

type Props = {
  readonly invitation: string;
  readonly givenName: string;
};

function SetUp({ invitation, givenName }: Props) {
  const [name, setName] = useState(givenName);
  const client = useQueryClient();
  const navigate = useNavigate();
  const setUp = useMutation({
    mutationFn: async () => {
      const { ceremonyId, options } = await call(startOperatorSetUp, { body: { invitation } });
      const response = await createPasskey({
        ...options,
        user: { ...options.user, name: name.trim(), displayName: name.trim() },
      });
      return call(setUpOperator, { body: { invitation, ceremonyId, name: name.trim(), response } });
    },
    onSuccess: (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      void navigate({ to: '/', replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') setUp.mutate();
  };
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: 20 }}>
      <TextInput
        label={sessionWords.name}
        description={sessionWords.nameHelp}
        value={name}
        required
        autoComplete="name"
        maxLength={128}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {setUp.isError && <FailureNote failure={setUp.error} />}
      <Button
        type="submit"
        size="md"
        loading={setUp.isPending}
        leftSection={<IconFingerprint size={20} aria-hidden />}
      >
        {sessionWords.createPasskey}
      </Button>
      <Text size="sm" c="dimmed">
        {sessionWords.passkeyHelp}
      </Text>
    </form>
  );
}
