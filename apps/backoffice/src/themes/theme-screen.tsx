import { getTheme, listThemeUses, listThemeVersions, type ThemeVersion } from '@latchkey/contract';
import { List, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { everyVersion, ShownVersion, trailTo } from '../kit/versions/shown-version.tsx';
import { versionSearch } from '../kit/versions/use-named-search.ts';
import { VersionStatus } from '../kit/versions/version-status.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { ThemeVersions } from './theme-versions.tsx';
import { themeWords } from './theme-words.ts';

const trail = trailTo('/themes', themeWords.title);

/** One theme: a version in the editor, who shows it, the other versions. */
export function ThemeScreen() {
  const { name } = useParams({ from: '/shell/themes/$name' });
  const answer = useRead(listThemeVersions, { params: { name }, query: everyVersion });
  return (
    <ShownVersion answer={answer} trail={trail}>
      {(versions, shown) => <ThemePage versions={versions} shown={shown} />}
    </ShownVersion>
  );
}

type Props = { readonly versions: readonly ThemeVersion[]; readonly shown: ThemeVersion };

function ThemePage({ versions, shown }: Props) {
  const [, change] = useSearch(versionSearch);
  const answer = useRead(getTheme, { params: { id: shown.id } });
  return (
    <Page
      title={shown.name}
      meta={<VersionStatus status={shown.status} />}
      description={themeWords.versionOf(shown.version)}
      trail={trail}
    >
      <Stack gap="lg">
        <Loaded answer={answer}>
          {(theme) => (
            <ThemeEditor key={theme.id} stored={theme} onSaved={() => change({ version: undefined })} />
          )}
        </Loaded>
        <Section title={themeWords.uses}>
          <Uses name={shown.name} />
        </Section>
        <Section title={themeWords.versions} text={themeWords.versionsText}>
          <ThemeVersions versions={versions} shown={shown} />
        </Section>
      </Stack>
    </Page>
  );
}

function Uses({ name }: { readonly name: string }) {
  const answer = useRead(listThemeUses, { params: { name } });
  return (
    <Loaded answer={answer}>
      {({ isDefault, definitionNames }) =>
        !isDefault && definitionNames.length === 0 ? (
          <Text c="dimmed">{themeWords.usesNone}</Text>
        ) : (
          <List>
            {isDefault && <List.Item>{themeWords.usesDefault}</List.Item>}
            {definitionNames.map((definition) => (
              <List.Item key={definition}>
                <TextLink to="/definitions/$name" params={{ name: definition }}>
                  {definition}
                </TextLink>
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
