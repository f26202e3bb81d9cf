import { Button, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { FailureNote } from '../kit/failure-note.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { ownAddress } from './own-address.ts';
import { canUsePasskeys } from './passkey-ceremony.ts';
import { signInSearch } from './routes.ts';
import { sessionQuery } from './session.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { Welcome } from './welcome.tsx';
import { sessionWords } from './words.ts';

/** Signs an operator in with a passkey, then leads to where they wanted to go. */
export function SignInScreen() {
  const [{ from }] = useSearch(signInSearch);
  const router = useRouter();
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      router.history.push(ownAddress(from));
    },
  });
  if (!canUsePasskeys())
    return <Welcome title={sessionWords.unsupportedTitle} text={sessionWords.unsupportedText} />;
  return (
    <Welcome title={sessionWords.signInTitle} text={sessionWords.signInText}>
      {signIn.isError && <FailureNote failure={signIn.error} />}
      <Button
        size="md"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {sessionWords.signIn}
      </Button>
      <Text size="sm" c="dimmed">
        {sessionWords.signInHint}
      </Text>
    </Welcome>
  );
}
