import {
  createProcessToken,
  getProcessFunnel,
  getProcessRetention,
  getProcessTheme,
  listProcessDefinitionVersions,
  listThemes,
  type ProcessDefinitionVersion,
} from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { IconLink, IconPencil } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { Section } from '../../kit/form/section.tsx';
import { LinkButton, TextLink } from '../../kit/links.tsx';
import { LoadedPage } from '../../kit/loaded-page.tsx';
import { Page } from '../../kit/page.tsx';
import { LiveVersion } from '../../kit/versions/live-version.tsx';
import { useMay } from '../../session/use-session.ts';
import { ProcessThemeChoice } from '../../themes/theme-choice.tsx';
import { themeWords } from '../../themes/theme-words.ts';
import { Dashboard } from '../dashboard/dashboard.tsx';
import { definitionWords } from './definition-words.ts';
import { RetentionPeriod } from './retention/retention-period.tsx';
import { retentionWords } from './retention/retention-words.ts';
import { VersionList } from './version-list.tsx';

const trail = [
  <TextLink key="definitions" to="/definitions">
    {definitionWords.title}
  </TextLink>,
];

/** One process definition: what became of its instances, and its versions. */
export function DefinitionScreen() {
  const { name } = useParams({ from: '/shell/definitions/$name' });
  const answer = useRead(listProcessDefinitionVersions, {
    params: { name },
    query: { size: 1, sort: ['version,desc'] },
  });
  return (
    <LoadedPage answer={answer} trail={trail}>
      {({ content }) => content[0] && <DefinitionPage key={name} newest={content[0]} />}
    </LoadedPage>
  );
}

function DefinitionPage({ newest }: { readonly newest: ProcessDefinitionVersion }) {
  const may = useMay();
  const { name } = newest;
  return (
    <Page
      title={name}
      meta={<LiveVersion of={newest} />}
      description={newest.description || undefined}
      trail={trail}
      actions={
        <>
          <LinkButton variant="default" to="/instances" search={{ definition: name }}>
            {definitionWords.instances}
          </LinkButton>
          {may(createProcessToken) && newest.deployedVersion !== undefined && (
            <LinkButton
              variant="default"
              to="/tokens/new"
              search={{ definition: name }}
              leftSection={<IconLink size={16} />}
            >
              {definitionWords.makeLink}
            </LinkButton>
          )}
          <LinkButton to="/designer/$name" params={{ name }} leftSection={<IconPencil size={16} />}>
            {definitionWords.open}
          </LinkButton>
        </>
      }
    >
      <Stack gap="lg">
        {may(getProcessFunnel) && <Dashboard name={name} />}
        <Section title={definitionWords.versions} text={definitionWords.versionsText}>
          <VersionList name={name} />
        </Section>
        {may(getProcessTheme) && may(listThemes) && (
          <Section title={themeWords.choice} text={themeWords.choiceText}>
            <ProcessThemeChoice name={name} />
          </Section>
        )}
        {may(getProcessRetention) && (
          <Section title={retentionWords.title} text={retentionWords.text}>
            <RetentionPeriod name={name} />
          </Section>
        )}
      </Stack>
    </Page>
  );
}
