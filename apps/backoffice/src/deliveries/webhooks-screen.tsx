import { createWebhook, listWebhookDeliveries, listWebhooks } from '@latchkey/contract';
import { IconPlus } from '@tabler/icons-react';
import { LinkButton } from '../kit/links.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { PageTabs } from '../kit/page-tabs.tsx';
import { useMay } from '../session/use-session.ts';
import { DeadLetters } from './dead-letters.tsx';
import { deliveriesSearch, tabs } from './deliveries-search.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { WebhookList } from './webhook-list.tsx';
import { deliveryWords } from './words.ts';

const lists = { endpoints: WebhookList, dead: DeadLetters, log: DeliveryLog };
const needs = { endpoints: listWebhooks, dead: listWebhookDeliveries, log: listWebhookDeliveries };

/** Webhooks: endpoints, dead letters, the log. */
export function WebhooksScreen() {
  const [search, change] = useSearch(deliveriesSearch);
  const may = useMay();
  const shown = tabs.filter((tab) => may(needs[tab]));
  const tab = shown.find((one) => one === search.tab) ?? 'endpoints';
  const List = lists[tab];
  return (
    <Page
      title={deliveryWords.title}
      description={deliveryWords.description}
      actions={
        may(createWebhook) && (
          <LinkButton to="/webhooks/new" leftSection={<IconPlus size={16} />}>
            {deliveryWords.create}
          </LinkButton>
        )
      }
    >
      <PageTabs
        tabs={shown}
        value={tab}
        words={deliveryWords.tabs}
        onChange={(next) => change({ tab: next, sort: undefined, size: undefined })}
      >
        <List />
      </PageTabs>
    </Page>
  );
}
