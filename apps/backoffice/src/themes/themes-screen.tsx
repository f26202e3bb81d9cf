import { createTheme, getDefaultTheme, listThemes } from '@latchkey/contract';
import { Box } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { NamedList } from '../kit/versions/named-list.tsx';
import { useNamedSearch } from '../kit/versions/use-named-search.ts';
import { useMay } from '../session/use-session.ts';
import { DefaultThemeChoice } from './theme-choice.tsx';
import { themeWords } from './theme-words.ts';

/** The themes by name, each with its newest version, and the one that is everybody's. */
export function ThemesScreen() {
  const list = useNamedSearch();
  const may = useMay();
  const answer = useRead(listThemes, { query: list.query });
  const chosen = useRead(getDefaultTheme, {});
  return (
    <NamedList
      at="/themes"
      answer={answer}
      list={list}
      mayCreate={may(createTheme)}
      icon={IconPalette}
      words={themeWords}
    >
      <Box mt="lg">
        <Section title={themeWords.defaultChoice} text={themeWords.defaultText}>
          <Loaded answer={chosen}>{(choice) => <DefaultThemeChoice choice={choice} />}</Loaded>
        </Section>
      </Box>
    </NamedList>
  );
}
