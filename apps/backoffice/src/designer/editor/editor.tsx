import type { ProcessDefinition, ProcessDefinitionVersion } from '@latchkey/contract';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { FailureNote } from '../../kit/failure-note.tsx';
import type { Canvas } from '../canvas/canvas.ts';
import { xmlOf } from '../drafts/diagram-resource.ts';
import { DraftNotice } from '../drafts/draft-notice.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useRecalled } from '../drafts/use-recalled.ts';
import type { Manifest } from '../manifest.ts';
import { Outline } from '../outline/outline.tsx';
import { CanvasTools } from '../palette/canvas-tools.tsx';
import { Palette } from '../palette/palette.tsx';
import { Panel } from '../panel/panel.tsx';
import { type Fault, isError, united } from '../problems/fault.ts';
import { ProblemList } from '../problems/problem-list.tsx';
import { useFaults } from '../problems/use-faults.ts';
import { screenWords } from '../screen-words.ts';
import { type Design, DesignProvider, WorkbenchProvider } from './design.ts';
import classes from './editor.module.css';
import { FirstSteps } from './first-steps.tsx';
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
  /** Chosen when it opens, and the field that has the focus. */
  readonly wanted?: { readonly element: string; readonly property?: string | undefined };
};

const none: readonly Fault[] = [];

export type ViewName = 'diagram' | 'outline' | 'test-run';

/** The newest version of a definition, to be drawn. */
export function Editor({ base, versions, manifests, wanted }: Props) {
  const recalled = useRecalled(base);
  const [xml, setXml] = useState(() => recalled.draft?.xml ?? xmlOf(base));
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const { opened, failure } = useCanvas({ container, manifests, xml });
  const canvas = opened?.canvas;
  const scene = useScene(canvas);
  const original = useMemo(() => xmlOf(base), [base]);
  const isAhead = recalled.draft !== undefined || xml !== original || (opened?.converted ?? 0) > 0;
  const keeper = useDraft(base, canvas, isAhead ? scene.revision + 1 : scene.revision, recalled);
  const { checked, faults, checker } = useFaults(canvas, scene, manifests);
  const [fromServer, setFromServer] = useState(none);
  const [view, setView] = useState<ViewName>('diagram');
  const [areProblemsShown, setProblemsShown] = useState(false);
  const [wantedField, setWanted] = useState<string>();
  const all = useMemo(() => united(faults, fromServer), [faults, fromServer]);

  useFindingMarks(canvas, view === 'test-run' ? none : all);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other views leave the canvas another size.
  useEffect(() => canvas?.view({ kind: 'resized' }), [canvas, areProblemsShown]);
  useEffect(() => {
    canvas?.view({ kind: 'resized' });
    canvas?.view({ kind: 'zoom', to: 'fit' });
    // A run shows where it stands: the tools of a chosen element would cover that.
    if (view === 'test-run') canvas?.view({ kind: 'select', elements: [] });
  }, [canvas, view]);
  // What the server found is of the diagram as it was then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the revision that makes it old.
  useEffect(() => setFromServer(none), [scene.revision]);

  const goTo = useCallback<Design['goTo']>(
    (id, property) => {
      canvas?.view({ kind: 'select', elements: [id] });
      setWanted(property === undefined ? undefined : `${id}\n${property}\n${Date.now()}`);
    },
    [canvas],
  );
  const { element, property } = wanted ?? {};
  useEffect(() => {
    if (canvas && element) goTo(element, property);
  }, [canvas, element, property, goTo]);
  const refused = (found: readonly Fault[]): void => {
    setFromServer(found);
    setProblemsShown(true);
  };
  const workbench = useMemo(() => canvas && { canvas, manifests }, [canvas, manifests]);
  const design = useMemo(
    () => workbench && { ...workbench, scene, faults: all, wantedField, goTo },
    [workbench, scene, all, wantedField, goTo],
  );
  return (
    <WorkbenchProvider value={workbench}>
      <DesignProvider value={design}>
        <div className={classes.designer} data-view={view}>
          <title>{screenWords.title(base.name)}</title>
          {design && (
            <>
              <TopBar
                {...{ keeper, versions, view, setView, checker, refused }}
                warned={setFromServer}
                onProblems={() => setProblemsShown(!areProblemsShown)}
                onReplace={setXml}
              />
              <DraftNotice keeper={keeper} recalled={recalled} onTake={setXml} />
            </>
          )}
          <div className={classes.work}>
            {design && view !== 'test-run' && (
              <div className={classes.left}>{view === 'diagram' ? <Palette /> : <Outline />}</div>
            )}
            <div className={classes.middle}>
              <section className={classes.stage} aria-label={screenWords.canvas}>
                <div className="lk-canvas" ref={setContainer} />
                {design && view === 'diagram' && <FirstSteps />}
                {design && view !== 'outline' && <CanvasTools />}
                {failure !== undefined && (
                  <div className={classes.failure}>
                    <FailureNote failure={failure} />
                  </div>
                )}
              </section>
              {design && areProblemsShown && view !== 'test-run' && (
                <ProblemList onClose={() => setProblemsShown(false)} />
              )}
            </div>
            {design && (
              <div className={classes.right}>
                {view === 'test-run' ? (
                  <Suspense>
                    <TestRun definition={checked.definition} onProblems={() => setProblemsShown(true)} />
                  </Suspense>
                ) : (
                  <Panel />
                )}
              </div>
            )}
          </div>
        </div>
      </DesignProvider>
    </WorkbenchProvider>
  );
}

/** Shows on the canvas where something was found; an element with an error shows no warning. */
function useFindingMarks(canvas: Canvas | undefined, faults: readonly Fault[]): void {
  useEffect(() => {
    const faulty = new Set(faults.filter(isError).map(({ element }) => element));
    canvas?.mark('problem', [...faulty]);
    canvas?.mark(
      'warning',
      faults.map(({ element }) => element).filter((element) => !faulty.has(element)),
    );
  }, [canvas, faults]);
}
