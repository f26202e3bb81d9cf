import {
  createProcessDefinition,
  getProcessDefinition,
  type ProcessDefinition,
  type ProcessDefinitionVersion,
} from '@latchkey/contract';
import { Alert, Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { openViewer } from '../canvas/open-viewer.ts';
import { diagramResource, xmlOf } from '../drafts/diagram-resource.ts';
import classes from '../editor/editor.module.css';
import head from '../editor/top-bar.module.css';
import type { Manifest } from '../manifest.ts';
import { screenWords } from '../screen-words.ts';
import { VersionsDrawer } from './versions-drawer.tsx';

type Props = {
  readonly id: string;
  readonly versions: readonly ProcessDefinitionVersion[];
  readonly manifests: readonly Manifest[];
};

/** An older version, to be looked at and perhaps restored. */
export function ReadOnly({ id, versions, manifests }: Props) {
  const definition = useRead(getProcessDefinition, { params: { id } });
  return (
    <Loaded answer={definition}>
      {(shown) => <Shown definition={shown} versions={versions} manifests={manifests} />}
    </Loaded>
  );
}

function Shown({
  definition,
  versions,
  manifests,
}: Omit<Props, 'id'> & { readonly definition: ProcessDefinition }) {
  const { name, version } = definition;
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [areVersionsShown, setVersionsShown] = useState(false);
  const navigate = useNavigate();
  const may = useMay();
  const toNewest = () => void navigate({ to: '/designer/$name', params: { name }, search: {} });
  const create = useWrite(createProcessDefinition);
  const xml = xmlOf(definition);
  const restore = async () => {
    const { description } = definition;
    await create.mutateAsync({ body: { name, description, resources: diagramResource(xml) } });
    toast(screenWords.restored(version));
    toNewest();
  };
  useEffect(() => {
    if (!container) return undefined;
    const viewer = openViewer(container, manifests);
    void viewer.open(xml).catch(() => undefined);
    return viewer.close;
  }, [container, manifests, xml]);
  return (
    <div className={classes.designer}>
      <title>{screenWords.title(name)}</title>
      <header className={head.head}>
        <div className={head.bar}>
          <div className={head.name}>
            <h1>{name}</h1>
          </div>
          <Button variant="default" onClick={() => setVersionsShown(true)}>
            {screenWords.versions}
          </Button>
        </div>
      </header>
      <div className={classes.notice}>
        <Alert color="blue" title={screenWords.readOnlyTitle(version)}>
          {screenWords.readOnlyText}
          <Group gap="xs" mt="sm">
            <Button size="xs" variant="default" onClick={toNewest}>
              {screenWords.toNewest}
            </Button>
            {may(createProcessDefinition) && (
              <Button
                size="xs"
                loading={create.isPending}
                onClick={() => void restore().catch(() => undefined)}
              >
                {screenWords.restore}
              </Button>
            )}
          </Group>
        </Alert>
        {create.isError && <FailureNote failure={create.error} />}
      </div>
      <section className={classes.stage} aria-label={screenWords.canvas}>
        <div className="lk-canvas" ref={setContainer} />
      </section>
      <VersionsDrawer
        isOpen={areVersionsShown}
        onClose={() => setVersionsShown(false)}
        versions={versions}
        shown={definition.id}
      />
    </div>
  );
}
