import { deleteTheme, deployTheme, type ThemeVersion } from '@latchkey/contract';
import { useWrite } from '../api/use-write.ts';
import { VersionDeeds } from '../kit/versions/version-deeds.tsx';
import { VersionList } from '../kit/versions/version-list.tsx';
import { useMay } from '../session/use-session.ts';
import { themeWords } from './theme-words.ts';

type Props = { readonly versions: readonly ThemeVersion[]; readonly shown: ThemeVersion };

/** Every version of a theme, newest first. */
export const ThemeVersions = ({ versions, shown }: Props) => (
  <VersionList
    at="/themes"
    versions={versions}
    shown={shown}
    actions={(version) => <VersionActions version={version} />}
  />
);

function VersionActions({ version }: { readonly version: ThemeVersion }) {
  const may = useMay();
  const deploying = useWrite(deployTheme);
  const removing = useWrite(deleteTheme);
  const params = { id: version.id };
  return (
    <VersionDeeds
      version={version}
      deploy={
        may(deployTheme) && {
          effect: themeWords.deployEffect,
          run: () => deploying.mutateAsync({ params, body: {} }),
        }
      }
      remove={
        may(deleteTheme) && {
          effect: themeWords.deleteEffect,
          run: () => removing.mutateAsync({ params }),
        }
      }
    />
  );
}
