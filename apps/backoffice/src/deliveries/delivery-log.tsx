import { listWebhookDeliveries } from '@latchkey/contract';
import { IconSend } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { deliveriesSearch } from './deliveries-search.ts';
import {
  eventWithFailureColumn,
  failureColumn,
  happenedColumn,
  resendColumn,
  statusColumn,
} from './delivery-columns.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { deliveryWords } from './words.ts';

const columns = [eventWithFailureColumn, statusColumn, failureColumn, happenedColumn, resendColumn];

/** Every delivery, newest first. */
export function DeliveryLog() {
  const [search] = useSearch(deliveriesSearch);
  const answer = useRead(listWebhookDeliveries, { query: pageQueryOf(search) }, { refetchInterval: 10_000 });
  return (
    <DeliveryList
      label={deliveryWords.tabs.log}
      answer={answer}
      columns={columns}
      empty={{ icon: IconSend, title: deliveryWords.noLogTitle, text: deliveryWords.noLogText }}
    />
  );
}
