import type { FormVersion } from '@latchkey/contract';
import { useState } from 'react';
import { VersionList } from '../../kit/versions/version-list.tsx';
import { CompareDialog, type Comparison } from './compare-dialog.tsx';
import { VersionActions } from './version-actions.tsx';

type Props = { readonly versions: readonly FormVersion[]; readonly shown: FormVersion };

/** Every version of a form, newest first, and what one can do with it. */
export function FormVersions({ versions, shown }: Props) {
  const [comparison, setComparison] = useState<Comparison | undefined>(undefined);
  const [newest] = versions;
  return (
    <>
      <VersionList
        at="/forms"
        versions={versions}
        shown={shown}
        actions={(version) =>
          newest && <VersionActions version={version} newest={newest} onCompare={setComparison} />
        }
      />
      {comparison && <CompareDialog {...comparison} onClose={() => setComparison(undefined)} />}
    </>
  );
}
