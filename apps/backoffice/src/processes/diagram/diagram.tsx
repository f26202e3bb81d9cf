import type { InstancePath } from '@latchkey/contract';
import { ActionIcon, Alert } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Manifest } from '../../designer/manifest.ts';
import classes from './diagram.module.css';
import { diagramWords } from './diagram-words.ts';
import { type DiagramView, openViewer } from './open-viewer.ts';

type Props = {
  readonly xml: string;
  readonly manifests: readonly Manifest[];
  readonly path?: InstancePath | undefined;
  readonly label: string;
};

/** A diagram to look at, with the path of an instance on it. What it shows is also told in words beside it. */
export function Diagram({ xml, manifests, path, label }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<DiagramView>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isGone = false;
    let opened: DiagramView | undefined;
    const box = container.current;
    if (box === null) return;
    openViewer(box, xml, manifests).then(
      (one) => {
        opened = one;
        if (isGone) one.close();
        else setView(one);
      },
      (error: Error) => setFault(error.message),
    );
    return () => {
      isGone = true;
      opened?.close();
      setView(undefined);
    };
  }, [xml, manifests]);
  useEffect(() => {
    if (path !== undefined) view?.mark(path);
  }, [view, path]);
  if (fault !== undefined)
    return (
      <Alert color="yellow" title={diagramWords.unreadable}>
        {fault}
      </Alert>
    );
  return (
    <div>
      <section className={classes.frame} aria-label={label} data-drawn={view !== undefined}>
        <div ref={container} className={`lk-canvas ${classes.canvas}`} />
        {view && <Tools view={view} />}
      </section>
      {path !== undefined && (
        <ul className={classes.legend} aria-label={diagramWords.legend}>
          <li data-kind="visited">{diagramWords.visited}</li>
          <li data-kind="active">{diagramWords.active}</li>
          <li data-kind="incident">{diagramWords.incident}</li>
        </ul>
      )}
    </div>
  );
}

const Tools = ({ view }: { readonly view: DiagramView }) => (
  <div className={classes.tools}>
    <ActionIcon variant="default" aria-label={diagramWords.zoomIn} onClick={() => view.zoom(1)}>
      <IconPlus size={16} />
    </ActionIcon>
    <ActionIcon variant="default" aria-label={diagramWords.zoomOut} onClick={() => view.zoom(-1)}>
      <IconMinus size={16} />
    </ActionIcon>
    <ActionIcon variant="default" aria-label={diagramWords.fit} onClick={view.fit}>
      <IconFocusCentered size={16} />
    </ActionIcon>
  </div>
);
