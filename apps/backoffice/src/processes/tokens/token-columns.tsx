import type { ProcessToken } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { CopyButton } from '../../kit/copy-button.tsx';
import { TextLink } from '../../kit/links.tsx';
import type { Column } from '../../kit/list/column.ts';
import { Moment } from '../../kit/moment.tsx';
import { common } from '../../words/common.ts';
import { tokenAddress } from './token-address.ts';
import { TokenStatus } from './token-status.tsx';
import { TokenTarget } from './token-target.tsx';
import { tokenWords } from './token-words.ts';

/** The columns of the list of tokens. */
export const tokenColumns: readonly Column<ProcessToken>[] = [
  {
    id: 'name',
    header: tokenWords.name,
    sort: 'name',
    cell: ({ auditId: id, name, description }) => (
      <>
        <TextLink to="/tokens/$id" params={{ id }} fw={550}>
          {name}
        </TextLink>
        {description !== '' && (
          <Text c="dimmed" size="sm" lineClamp={1}>
            {description}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'definition',
    header: tokenWords.definition,
    from: 'sm',
    cell: (token) => <TokenTarget token={token} />,
  },
  {
    id: 'uses',
    header: tokenWords.uses,
    from: 'md',
    width: '9rem',
    cell: ({ type, counter, maxCount }) => (
      <span className="lk-number">
        {type === 'MULTI_USE_COUNT_LIMITED'
          ? tokenWords.usesOf(counter, maxCount ?? 0)
          : tokenWords.types[type]}
      </span>
    ),
  },
  {
    id: 'status',
    header: tokenWords.status,
    width: '8rem',
    cell: (token) => <TokenStatus token={token} />,
  },
  {
    id: 'created',
    header: tokenWords.created,
    sort: 'createdDtm',
    from: 'lg',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
  {
    id: 'link',
    header: common.actions,
    isActions: true,
    cell: (token) => (
      <CopyButton text={tokenAddress(token)} label={common.copyOf(`link of ${token.name}`)} size={32} />
    ),
  },
];
