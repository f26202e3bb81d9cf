import { listApiKeys, listOperators, listStores, type Route } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { IconBuildingStore, IconKey, IconUserShield } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useRead } from '../api/use-read.ts';
import { Page } from '../kit/page.tsx';
import { useMay, useSession } from '../session/use-session.ts';
import { FirstSteps } from './first-steps.tsx';
import classes from './home.module.css';
import { LatestChanges } from './latest-changes.tsx';
import { homeWords } from './words.ts';

type Tile = {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly list: typeof listStores | typeof listApiKeys | typeof listOperators;
};

const tiles: readonly Tile[] = [
  { label: homeWords.stores, to: '/stores', icon: IconBuildingStore, list: listStores },
  { label: homeWords.apiKeys, to: '/api-keys', icon: IconKey, list: listApiKeys },
  { label: homeWords.operators, to: '/operators', icon: IconUserShield, list: listOperators },
];

/** Where one begins: how much there is, what to do first, what happened last. */
export function HomeScreen() {
  const { operator, tenant } = useSession();
  const may = useMay();
  return (
    <Page title={homeWords.greeting(operator.name)} description={homeWords.description(tenant)}>
      <Stack gap="lg">
        <div className={classes.tiles}>
          {tiles
            .filter(({ list }) => may(list satisfies Route))
            .map((tile) => (
              <CountTile key={tile.label} {...tile} />
            ))}
        </div>
        <FirstSteps />
        <LatestChanges />
      </Stack>
    </Page>
  );
}

function CountTile({ label, to, icon: Icon, list }: Tile) {
  const answer = useRead(list as typeof listStores, { query: { size: 1 } });
  return (
    <Link to={to} className={classes.tile}>
      <Icon size={20} stroke={1.6} />
      <span className={classes.label}>{label}</span>
      <span className={classes.count}>{answer.data?.totalElements.toLocaleString('en') ?? '–'}</span>
    </Link>
  );
}
