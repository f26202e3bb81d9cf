import type { Page, WebhookDelivery } from '@latchkey/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { EmptyWords } from '../kit/empty-state.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { deliveriesSearch } from './deliveries-search.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';

type Props = {
  readonly label: string;
  readonly answer: UseQueryResult<Page<WebhookDelivery>>;
  readonly columns: readonly Column<WebhookDelivery>[];
  readonly empty: EmptyWords;
};

/** Deliveries, each opening with its last answer. */
export function DeliveryList(props: Props) {
  const [search, change] = useSearch(deliveriesSearch);
  const [opened, setOpened] = useState<WebhookDelivery>();
  return (
    <>
      <DataList
        {...props}
        rowKey={({ webhookId, eventId }) => webhookId + eventId}
        onOpen={setOpened}
        search={search}
        onSearch={change}
      />
      <DeliveryDialog delivery={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
