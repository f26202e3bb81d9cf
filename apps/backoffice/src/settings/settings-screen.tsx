import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/form/section.tsx';
import { LinkButton } from '../kit/links.tsx';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { operatorWords } from '../operators/words.ts';
import { useSession } from '../session/use-session.ts';
import { OwnPasskeys } from './own-passkeys.tsx';
import { settingsWords } from './words.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** One's own account, passkeys and theme. */
export function SettingsScreen() {
  return (
    <Page title={settingsWords.title} description={settingsWords.description} width="narrow">
      <Stack gap="lg">
        <Account />
        <OwnPasskeys />
        <Appearance />
      </Stack>
    </Page>
  );
}

function Account() {
  const { operator, tenant, expiresAt } = useSession();
  return (
    <Section title={settingsWords.account}>
      <Facts
        facts={[
          [settingsWords.name, operator.name],
          [settingsWords.role, operatorWords.roles[operator.role]],
          [settingsWords.tenant, tenant],
          [settingsWords.id, <Copyable key="id" text={operator.id} what={settingsWords.id} />],
          [settingsWords.sessionEnds, <Moment key="ends" at={expiresAt} />],
        ]}
      />
      <LinkButton
        variant="default"
        size="xs"
        to="/operators"
        search={{ tab: 'sessions' }}
        style={{ alignSelf: 'flex-start' }}
      >
        {settingsWords.sessions}
      </LinkButton>
    </Section>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={settingsWords.appearance} text={settingsWords.appearanceText}>
      <Stack gap={6} align="flex-start">
        <Text fw={500} id="theme-label">
          {settingsWords.theme}
        </Text>
        <SegmentedControl
          aria-labelledby="theme-label"
          value={colorScheme}
          onChange={(value) => setColorScheme(schemes.find((one) => one === value) ?? 'auto')}
          data={schemes.map((value) => ({ value, label: settingsWords.themes[value] }))}
        />
      </Stack>
    </Section>
  );
}
