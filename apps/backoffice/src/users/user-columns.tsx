import type { User } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { Copyable } from '../kit/copyable.tsx';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { Moment } from '../kit/moment.tsx';

import { userName } from './user-name.ts';
import { UserStatusBadge } from './user-status-badge.tsx';
import { userWords } from './words.ts';

/** The columns of a list of users. */
export const userColumns: readonly Column<User>[] = [
  {
    id: 'name',
    header: userWords.person,
    sort: 'lastName',
    cell: (user) => (
      <>
        <TextLink
          to="/users/$storeName/$userId"
          params={{ storeName: user.storeName, userId: user.id }}
          fw={550}
        >
          {userName(user)}
        </TextLink>
        {user.email !== undefined && userName(user) !== user.email && (
          <Text c="dimmed" size="sm">
            {user.email}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'externalId',
    header: userWords.externalId,
    sort: 'externalId',
    from: 'md',
    cell: ({ externalId }) => <Copyable text={externalId} what={userWords.externalId} isShort />,
  },
  {
    id: 'status',
    header: userWords.status,
    sort: 'status',
    width: '9rem',
    cell: ({ status }) => <UserStatusBadge status={status} />,
  },
  {
    id: 'changed',
    header: userWords.lastChanged,
    sort: 'lastUpdatedDtm',
    from: 'lg',
    width: '10rem',
    cell: ({ lastUpdatedDtm }) => <Moment at={lastUpdatedDtm} />,
  },
  {
    id: 'created',
    header: userWords.created,
    sort: 'createdDtm',
    from: 'sm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];
