import {
  listApiKeys,
  listOperators,
  listProcessInstances,
  listStores,
  listWebhookDeliveries,
  type Route,
} from '@latchkey/contract';
import {
  IconAlertTriangle,
  IconBuildingStore,
  IconClipboardCheck,
  IconKey,
  IconMailOff,
  IconRoute,
  IconUserShield,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useRead } from '../api/use-read.ts';
import { useMay } from '../session/use-session.ts';
import classes from './home.module.css';
import { homeWords } from './words.ts';

type Tile = {
  readonly label: string;
  readonly link: Pick<LinkProps, 'to' | 'search'>;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly list: Route;
  readonly query?: Readonly<Record<string, string>>;
  /** Somebody should look when there are some. */
  readonly isTrouble?: true;
};

const incident = 'COMPLETED_PROCESS_ERROR';
const tiles: readonly Tile[] = [
  {
    label: homeWords.active,
    link: { to: '/instances', search: { status: 'ACTIVE' } },
    icon: IconRoute,
    list: listProcessInstances,
    query: { status: 'ACTIVE' },
  },
  {
    label: homeWords.reviews,
    link: { to: '/reviews' },
    icon: IconClipboardCheck,
    list: listProcessInstances,
    query: { status: 'REVIEW' },
  },
  {
    label: homeWords.incidents,
    link: { to: '/instances', search: { status: incident } },
    icon: IconAlertTriangle,
    list: listProcessInstances,
    query: { status: incident },
    isTrouble: true,
  },
  {
    label: homeWords.deadLetters,
    link: { to: '/webhooks', search: { tab: 'dead' } },
    icon: IconMailOff,
    list: listWebhookDeliveries,
    query: { status: 'DEAD' },
    isTrouble: true,
  },
  { label: homeWords.stores, link: { to: '/stores' }, icon: IconBuildingStore, list: listStores },
  { label: homeWords.apiKeys, link: { to: '/api-keys' }, icon: IconKey, list: listApiKeys },
  { label: homeWords.operators, link: { to: '/operators' }, icon: IconUserShield, list: listOperators },
];
const most = 4;

/** Numbers that lead to their lists: of those that one may see, the four that matter most. */
export function CountTiles() {
  const may = useMay();
  return (
    <div className={classes.tiles}>
      {tiles
        .filter(({ list }) => may(list))
        .slice(0, most)
        .map((tile) => (
          <CountTile key={tile.label} {...tile} />
        ))}
    </div>
  );
}

function CountTile({ label, link, icon: Icon, list, query, isTrouble }: Tile) {
  const answer = useRead(list as typeof listStores, { query: { size: 1, ...query } });
  const count = answer.data?.totalElements;
  return (
    <Link {...link} className={classes.tile} data-trouble={(isTrouble && (count ?? 0) > 0) || undefined}>
      <Icon size={20} stroke={1.6} />
      <span className={classes.label}>{label}</span>
      <span className={classes.count}>{count?.toLocaleString('en') ?? '–'}</span>
    </Link>
  );
}
