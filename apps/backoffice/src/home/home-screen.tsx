import { Stack } from '@mantine/core';
import { Page } from '../kit/page.tsx';
import { useSession } from '../session/use-session.ts';
import { CountTiles } from './count-tiles.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LatestChanges } from './latest-changes.tsx';
import { ProcessFigures } from './process-figures.tsx';
import { homeWords } from './words.ts';

/** Where one begins: what waits for somebody, what to do first, how the processes do, what happened last. */
export function HomeScreen() {
  const { operator, tenant } = useSession();
  return (
    <Page title={homeWords.greeting(operator.name)} description={homeWords.description(tenant)}>
      <Stack gap="lg">
        <CountTiles />
        <FirstSteps />
        <ProcessFigures />
        <LatestChanges />
      </Stack>
    </Page>
  );
}
