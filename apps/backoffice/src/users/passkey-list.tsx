import { listPasskeys, type User } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { Loaded } from '../kit/loaded.tsx';
import classes from './passkey.module.css';
import { PasskeyRow } from './passkey-row.tsx';
import { userWords } from './words.ts';

/** A user's passkeys, newest first. */
export function PasskeyList({ user }: { readonly user: User }) {
  const answer = useRead(listPasskeys, {
    params: { storeName: user.storeName, userId: user.id },
    query: { size: 100, sort: ['createdDtm,desc'] },
  });
  return (
    <Section title={userWords.passkeys}>
      <Loaded answer={answer}>
        {({ content }) =>
          content.length === 0 ? (
            <div>
              <Text fw={550}>{userWords.passkeysNoneTitle}</Text>
              <Text c="dimmed">{userWords.passkeysNoneText}</Text>
            </div>
          ) : (
            <ul className={classes.list}>
              {content.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} user={user} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
