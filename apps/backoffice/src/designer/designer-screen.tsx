import { getProcessDefinition, listActivities, listProcessDefinitionVersions } from '@latchkey/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { common } from '../words/common.ts';
import { Editor } from './editor/editor.tsx';
import { asManifests } from './manifest.ts';
import { screenWords } from './screen-words.ts';
import { ReadOnly } from './versions/read-only.tsx';

/** One process definition in the Process Designer: its newest version to be drawn, an older one to be looked at. */
export function DesignerScreen() {
  const { name } = useParams({ from: '/shell/designer/$name' });
  return <Definition key={name} name={name} />;
}

function Definition({ name }: { readonly name: string }) {
  const { version, element, property } = useSearch({ from: '/shell/designer/$name' });
  const activities = useRead(listActivities, {});
  const versions = useRead(listProcessDefinitionVersions, {
    params: { name },
    query: { size: 100, sort: ['version,desc'] },
  });
  const manifests = useMemo(() => asManifests(activities.data ?? []), [activities.data]);
  if (activities.isError)
    return (
      <Page title={name} width="narrow">
        <FailureNote failure={activities.error} onRetry={() => void activities.refetch()} />
      </Page>
    );
  return (
    <LoadedPage answer={versions} trail={[]}>
      {({ content }) => {
        const [newest] = content;
        const wanted = version === undefined ? newest : content.find((one) => one.version === version);
        if (!newest || !wanted || manifests.length === 0) return activities.isPending ? null : <Missing />;
        const isOld = wanted.id !== newest.id;
        return isOld ? (
          <ReadOnly id={wanted.id} versions={content} manifests={manifests} />
        ) : (
          <Newest
            id={newest.id}
            versions={content}
            manifests={manifests}
            {...(element && { wanted: { element, property } })}
          />
        );
      }}
    </LoadedPage>
  );
}

type NewestProps = Omit<Parameters<typeof Editor>[0], 'base'> & { readonly id: string };

/** The first read of the newest version is what is drawn over; later versions are the editor's own doing. */
function Newest({ id, ...props }: NewestProps) {
  const [first] = useState(id);
  const definition = useRead(getProcessDefinition, { params: { id: first } }, { refetchInterval: false });
  return (
    <LoadedPage answer={definition} trail={[]}>
      {(base) => <Editor key={first} base={base} {...props} />}
    </LoadedPage>
  );
}

function Missing() {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={screenWords.missingTitle}
      text={screenWords.missingText}
      action={{ label: common.goHome, onClick: () => void navigate({ to: '/' }) }}
    />
  );
}
