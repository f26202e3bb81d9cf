import { listWebhookDeliveries, resendDeadWebhookDeliveries } from '@latchkey/contract';
import { Button, Group } from '@mantine/core';
import { IconMailOff, IconSend } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { deliveriesSearch } from './deliveries-search.ts';
import { eventWithFailureColumn, failureColumn, happenedColumn, resendColumn } from './delivery-columns.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { deliveryWords } from './words.ts';

const columns = [eventWithFailureColumn, failureColumn, happenedColumn, resendColumn];

/** What was given up, to be sent again one by one or all together. */
export function DeadLetters() {
  const [search] = useSearch(deliveriesSearch);
  const may = useMay();
  const answer = useRead(listWebhookDeliveries, { query: { ...pageQueryOf(search), status: 'DEAD' } });
  const count = answer.data?.totalElements ?? 0;
  return (
    <>
      {count > 0 && may(resendDeadWebhookDeliveries) && <ResendAll count={count} />}
      <DeliveryList
        label={deliveryWords.tabs.dead}
        answer={answer}
        columns={columns}
        empty={{ icon: IconMailOff, title: deliveryWords.noDeadTitle, text: deliveryWords.noDeadText }}
      />
    </>
  );
}

function ResendAll({ count }: { readonly count: number }) {
  const resend = useWrite(resendDeadWebhookDeliveries);
  const ask = () =>
    confirm({
      title: deliveryWords.resendAllTitle,
      effect: deliveryWords.resendAllEffect(count),
      action: deliveryWords.resendAll,
      run: async () => {
        const { resent } = await resend.mutateAsync({ body: {} });
        toast(deliveryWords.resentAll(resent));
      },
    });
  return (
    <Group mb="md">
      <Button variant="default" leftSection={<IconSend size={16} />} onClick={ask}>
        {deliveryWords.resendAll}
      </Button>
    </Group>
  );
}
