import type { ReactNode } from 'react';
import { confirm } from '../confirmations.ts';
import { toast } from '../toasts.ts';
import type { NamedVersion } from './named-version.ts';
import { VersionButton } from './version-button.tsx';
import { versionWords } from './version-words.ts';

/** Something that is asked first: what it comes to, and how it is done. */
type Deed = { readonly effect: string; readonly run: () => Promise<unknown> };

type Props = {
  readonly version: NamedVersion;
  /** Absent for whoever may not. */
  readonly deploy: Deed | false;
  readonly remove: Deed | false;
  /** What else one can do with it; stands between the two. */
  readonly children?: ReactNode;
};

/** Deploys and deletes a version, each after a question that names it. */
export function VersionDeeds({ version: { name, version, status }, deploy, remove, children }: Props) {
  const askDeploy = ({ effect, run }: Deed) =>
    confirm({
      title: versionWords.deployTitle(name, version),
      effect,
      action: versionWords.deploy,
      run: async () => {
        await run();
        toast(versionWords.deployed(name, version));
      },
    });
  const askRemove = ({ effect, run }: Deed) =>
    confirm({
      title: versionWords.deleteTitle(name, version),
      effect,
      action: versionWords.delete,
      isDangerous: true,
      run: async () => {
        await run();
        toast(versionWords.deleted(name, version));
      },
    });
  return (
    <>
      {deploy && status === 'EDITABLE' && (
        <VersionButton label={versionWords.deploy} onClick={() => askDeploy(deploy)} />
      )}
      {children}
      {remove && <VersionButton label={versionWords.delete} isDangerous onClick={() => askRemove(remove)} />}
    </>
  );
}
