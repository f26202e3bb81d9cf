import { listWebhooks, type Webhook } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { deliveriesSearch } from './deliveries-search.ts';
import { WebhookStatusBadge } from './webhook-status-badge.tsx';
import { deliveryWords } from './words.ts';

const columns: readonly Column<Webhook>[] = [
  {
    id: 'name',
    header: deliveryWords.name,
    sort: 'name',
    cell: ({ id, name, url }) => (
      <>
        <TextLink to="/webhooks/$webhookId" params={{ webhookId: id }} fw={550}>
          {name}
        </TextLink>
        <Text c="dimmed" size="sm" lineClamp={1} style={{ wordBreak: 'break-all' }}>
          {url}
        </Text>
      </>
    ),
  },
  {
    id: 'events',
    header: deliveryWords.events,
    from: 'sm',
    cell: ({ events }) => deliveryWords.eventCount(events.length),
  },
  {
    id: 'status',
    header: deliveryWords.status,
    cell: ({ status }) => <WebhookStatusBadge status={status} />,
  },
  {
    id: 'created',
    header: deliveryWords.created,
    sort: 'createdDtm',
    from: 'sm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];

/** The endpoints of the tenant. */
export function WebhookList() {
  const [search, change] = useSearch(deliveriesSearch);
  const navigate = useNavigate();
  const answer = useRead(listWebhooks, { query: pageQueryOf(search) });
  return (
    <DataList
      label={deliveryWords.title}
      answer={answer}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/webhooks/$webhookId', params: { webhookId: id } })}
      search={search}
      onSearch={change}
      empty={{ icon: IconWebhook, title: deliveryWords.noneTitle, text: deliveryWords.noneText }}
    />
  );
}
