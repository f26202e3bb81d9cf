import type { ProcessDefinition, ProcessDefinitionVersion } from '@latchkey/contract';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { FailureNote } from '../../kit/failure-note.tsx';
import { xmlOf } from '../drafts/diagram-resource.ts';
import { DraftNotice } from '../drafts/draft-notice.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useRecalled } from '../drafts/use-recalled.ts';
import type { Manifest } from '../manifest.ts';
import { Outline } from '../outline/outline.tsx';
import { CanvasTools } from '../palette/canvas-tools.tsx';
import { Palette } from '../palette/palette.tsx';
import { Panel } from '../panel/panel.tsx';
import type { Fault } from '../problems/fault.ts';
import { ProblemList } from '../problems/problem-list.tsx';
import { useFaults } from '../problems/use-faults.ts';
import { screenWords } from '../screen-words.ts';
import { type Design, DesignProvider } from './design.ts';
import classes from './editor.module.css';
import { TopBar } from './top-bar.tsx';
import { useCanvas, useScene } from './use-canvas.ts';

/** The engine comes only to those who walk through a process. */
const TestRun = lazy(() =>
  import('../test-run/test-run.tsx').then((module) => ({ default: module.TestRun })),
);

type Props = {
  readonly base: ProcessDefinition;
  readonly versions: readonly ProcessDefinitionVersion[];
  readonly manifests: readonly Manifest[];
  /** Chosen when it opens. */
  readonly element?: string;
};

export type ViewName = 'diagram' | 'outline' | 'test-run';

/** The newest version of a definition, to be drawn. */
export function Editor({ base, versions, manifests, element }: Props) {
  const recalled = useRecalled(base);
  const [xml, setXml] = useState(() => recalled.draft?.xml ?? xmlOf(base));
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const { opened, failure } = useCanvas({ container, manifests, xml });
  const canvas = opened?.canvas;
  const scene = useScene(canvas);
  const isAhead = recalled.draft !== undefined || xml !== xmlOf(base) || (opened?.converted ?? 0) > 0;
  const keeper = useDraft(base, canvas, isAhead ? scene.revision + 1 : scene.revision, recalled);
  const { checked, faults, checker } = useFaults(canvas, scene.revision, manifests);
  const [fromServer, setFromServer] = useState<readonly Fault[]>([]);
  const [view, setView] = useState<ViewName>('diagram');
  const [areProblemsShown, setProblemsShown] = useState(false);
  const [wantedField, setWanted] = useState<string>();
  const all = useMemo(() => [...faults, ...fromServer], [faults, fromServer]);

  useEffect(() => {
    canvas?.mark('problem', view === 'test-run' ? [] : all.map((fault) => fault.element));
  }, [canvas, all, view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other views leave the canvas another size.
  useEffect(() => canvas?.view({ kind: 'resized' }), [canvas, areProblemsShown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => canvas?.view({ kind: 'zoom', to: 'fit' }), [canvas, view]);
  useEffect(() => {
    if (canvas && element) canvas.view({ kind: 'select', elements: [element] });
  }, [canvas, element]);
  // What the server found is of the diagram as it was then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the revision that makes it old.
  useEffect(() => setFromServer([]), [scene.revision]);

  const goTo = useCallback<Design['goTo']>(
    (id, property) => {
      canvas?.view({ kind: 'select', elements: [id] });
      setWanted(property === undefined ? undefined : `${id}\n${property}\n${Date.now()}`);
    },
    [canvas],
  );
  const refused = (found: readonly Fault[]): void => {
    setFromServer(found);
    setProblemsShown(true);
  };
  const design = canvas && { canvas, scene, manifests, faults: all, wantedField, goTo };
  return (
    <div className={classes.designer} data-view={view}>
      <title>{screenWords.title(base.name)}</title>
      {design && (
        <DesignProvider value={design}>
          <TopBar
            {...{ keeper, versions, view, setView, checker, refused }}
            onProblems={() => setProblemsShown(!areProblemsShown)}
            onReplace={setXml}
          />
          <DraftNotice keeper={keeper} recalled={recalled} onTake={setXml} />
        </DesignProvider>
      )}
      <div className={classes.work}>
        {design && view === 'diagram' && (
          <DesignProvider value={design}>
            <div className={classes.left}>
              <Palette />
            </div>
          </DesignProvider>
        )}
        {design && view === 'outline' && (
          <DesignProvider value={design}>
            <div className={classes.left}>
              <Outline />
            </div>
          </DesignProvider>
        )}
        <div className={classes.middle}>
          <section className={classes.stage} aria-label={screenWords.canvas}>
            <div className="lk-canvas" ref={setContainer} />
            {design && view !== 'outline' && (
              <DesignProvider value={design}>
                <CanvasTools />
              </DesignProvider>
            )}
            {failure !== undefined && <FailureNote failure={failure} />}
          </section>
          {design && areProblemsShown && view !== 'test-run' && (
            <DesignProvider value={design}>
              <ProblemList onClose={() => setProblemsShown(false)} />
            </DesignProvider>
          )}
        </div>
        {design && (
          <DesignProvider value={design}>
            <div className={classes.right}>
              {view === 'test-run' ? (
                <Suspense>
                  <TestRun definition={checked.definition} onProblems={() => setProblemsShown(true)} />
                </Suspense>
              ) : (
                <Panel />
              )}
            </div>
          </DesignProvider>
        )}
      </div>
    </div>
  );
}
