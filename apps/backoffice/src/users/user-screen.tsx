import { getUser, listPasskeys, type User, updateUser } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { PasskeyList } from './passkey-list.tsx';
import { UserActions } from './user-actions.tsx';
import { UserFields } from './user-fields.tsx';
import { userName } from './user-name.ts';
import { UserStatusBadge } from './user-status-badge.tsx';
import { userChangeOf, userValues } from './user-values.ts';
import { userWords } from './words.ts';

/** One user: passkeys, then every field. */
export function UserScreen() {
  const params = useParams({ from: '/shell/users/$storeName/$userId' });
  const answer = useRead(getUser, { params });
  return (
    <LoadedPage
      answer={answer}
      trail={[
        <TextLink key="users" to="/users">
          {userWords.title}
        </TextLink>,
      ]}
    >
      {(user) => <UserPage key={user.id} user={user} />}
    </LoadedPage>
  );
}

function UserPage({ user }: { readonly user: User }) {
  const may = useMay();
  return (
    <Page
      title={userName(user)}
      width="narrow"
      meta={<UserStatusBadge status={user.status} />}
      trail={[
        <TextLink key="users" to="/users" search={{ store: user.storeName }}>
          {userWords.title}
        </TextLink>,
      ]}
      actions={<UserActions user={user} />}
    >
      <Stack gap="lg">
        <Section title={userWords.profile}>
          <UserFacts user={user} />
        </Section>
        {may(listPasskeys) && <PasskeyList user={user} />}
        <UserForm key={`${user.lastUpdatedDtm}`} user={user} />
      </Stack>
    </Page>
  );
}

const UserFacts = ({ user }: { readonly user: User }) => (
  <Facts
    facts={[
      [userWords.id, <Copyable key="id" text={user.id} what={userWords.id} />],
      [userWords.externalId, <Copyable key="ext" text={user.externalId} what={userWords.externalId} />],
      [
        userWords.store,
        <TextLink key="store" to="/stores/$storeName" params={{ storeName: user.storeName }}>
          {user.storeName}
        </TextLink>,
      ],
      [userWords.created, <Moment key="created" at={user.createdDtm} />],
      [userWords.createdBy, user.createdBy],
      [userWords.lastChanged, <Moment key="changed" at={user.lastUpdatedDtm} />],
      ...(user.lockCount > 0 ? ([[userWords.failures, String(user.lockCount)]] as const) : []),
      ...(user.lockedUntilDtm
        ? ([[userWords.lockedUntil, <Moment key="lock" at={user.lockedUntilDtm} />]] as const)
        : []),
    ]}
  />
);

function UserForm({ user }: { readonly user: User }) {
  const may = useMay();
  const update = useWrite(updateUser);
  const form = useForm(userValues(user), async (values) => {
    await update.mutateAsync({
      params: { storeName: user.storeName, userId: user.id },
      body: userChangeOf(values),
    });
    toast(userWords.saved);
  });
  if (!may(updateUser)) return null;
  return (
    <FormFrame form={form}>
      <UserFields form={form} />
    </FormFrame>
  );
}
