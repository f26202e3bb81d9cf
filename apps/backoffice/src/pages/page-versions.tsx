import {
  type CustomPageVersion,
  createCustomPage,
  deleteCustomPage,
  deployCustomPage,
} from '@latchkey/contract';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { toast } from '../kit/toasts.ts';
import { VersionButton } from '../kit/versions/version-button.tsx';
import { VersionDeeds } from '../kit/versions/version-deeds.tsx';
import { VersionList } from '../kit/versions/version-list.tsx';
import { useMay } from '../session/use-session.ts';
import { PageComparison } from './page-comparison.tsx';
import { pageWords, sizeOf } from './page-words.ts';

type Props = { readonly versions: readonly CustomPageVersion[]; readonly shown: CustomPageVersion };

/** Every version of a page, newest first; each can be compared with the one that is shown. */
export function PageVersions({ versions, shown }: Props) {
  const [other, setOther] = useState<CustomPageVersion>();
  return (
    <>
      <VersionList
        at="/pages"
        versions={versions}
        shown={shown}
        facts={({ kind, fileCount, size }) =>
          kind === 'EXTERNAL' ? pageWords.external : pageWords.files(fileCount, sizeOf(size))
        }
        actions={(version) => (
          <VersionActions
            version={version}
            isNewest={version === versions[0]}
            onCompare={version.id === shown.id ? undefined : () => setOther(version)}
          />
        )}
      />
      {other && <PageComparison pair={inOrder(other, shown)} onClose={() => setOther(undefined)} />}
    </>
  );
}

const inOrder = (one: CustomPageVersion, other: CustomPageVersion) =>
  one.version < other.version ? ([one, other] as const) : ([other, one] as const);

type ActionProps = {
  readonly version: CustomPageVersion;
  readonly isNewest: boolean;
  readonly onCompare: (() => void) | undefined;
};

function VersionActions({ version: one, isNewest, onCompare }: ActionProps) {
  const { id, name, version } = one;
  const may = useMay();
  const deploying = useWrite(deployCustomPage);
  const removing = useWrite(deleteCustomPage);
  const creating = useWrite(createCustomPage);
  const rollBack = () =>
    confirm({
      title: pageWords.rollBackTitle(version),
      effect: pageWords.rollBackEffect,
      action: pageWords.rollBack,
      run: async () => {
        const made = await creating.mutateAsync({ body: { name, basedOn: id } });
        toast(pageWords.rolledBack(version, made.version));
      },
    });
  return (
    <VersionDeeds
      version={one}
      deploy={
        may(deployCustomPage) && {
          effect: pageWords.deployEffect,
          run: () => deploying.mutateAsync({ params: { id }, body: {} }),
        }
      }
      remove={
        may(deleteCustomPage) && {
          effect: pageWords.deleteEffect,
          run: () => removing.mutateAsync({ params: { id } }),
        }
      }
    >
      {onCompare && <VersionButton label={pageWords.compare} onClick={onCompare} />}
      {!isNewest && may(createCustomPage) && <VersionButton label={pageWords.rollBack} onClick={rollBack} />}
    </VersionDeeds>
  );
}
