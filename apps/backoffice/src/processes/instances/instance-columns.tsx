import type { ProcessInstance } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { TextLink } from '../../kit/links.tsx';
import type { Column } from '../../kit/list/column.ts';
import { Moment } from '../../kit/moment.tsx';
import { durationText } from './duration.ts';
import { InstanceStatusBadge } from './instance-status.tsx';
import { instanceWords } from './instance-words.ts';
import { personName } from './person-name.ts';

/** The columns of the list of instances. */
export const instanceColumns: readonly Column<ProcessInstance>[] = [
  {
    id: 'person',
    header: instanceWords.person,
    sort: 'lastName',
    cell: (instance) => (
      <>
        <TextLink to="/instances/$id" params={{ id: instance.id }} fw={550}>
          {personName(instance) ?? instanceWords.anonymous}
        </TextLink>
        <Text c="dimmed" size="sm" className="lk-mono" lineClamp={1}>
          {instance.id}
        </Text>
      </>
    ),
  },
  {
    id: 'process',
    header: instanceWords.process,
    from: 'sm',
    cell: ({ processDefnName, processDefnVersion }) => (
      <>
        {processDefnName}
        <Text c="dimmed" size="sm">
          {instanceWords.versionOf(processDefnVersion)}
        </Text>
      </>
    ),
  },
  {
    id: 'status',
    header: instanceWords.status,
    sort: 'status',
    width: '9rem',
    cell: ({ status, error }) => (
      <>
        <InstanceStatusBadge status={status} />
        {error !== undefined && (
          <Text c="dimmed" size="xs" className="lk-mono">
            {error}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'browser',
    header: instanceWords.browser,
    from: 'lg',
    width: '11rem',
    cell: ({ browser, device }) => browser && instanceWords.on(browser, device),
  },
  {
    id: 'duration',
    header: instanceWords.duration,
    from: 'md',
    align: 'right',
    width: '8rem',
    cell: ({ elapsedMilliseconds }) => <span className="lk-number">{durationText(elapsedMilliseconds)}</span>,
  },
  {
    id: 'created',
    header: instanceWords.started,
    sort: 'createdAt',
    from: 'sm',
    width: '9rem',
    cell: ({ createdAt }) => <Moment at={createdAt} />,
  },
];
