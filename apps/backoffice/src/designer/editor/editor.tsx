import type { ProcessDefinition, ProcessDefinitionVersion } from '@latchkey/contract';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { FailureNote } from '../../kit/failure-note.tsx';
import { lazyPart } from '../../kit/lazy-part.tsx';
import { xmlOf } from '../drafts/diagram-resource.ts';
import { DraftNotice } from '../drafts/draft-notice.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useRecalled } from '../drafts/use-recalled.ts';
import type { Manifest } from '../manifest.ts';
import { CanvasTools } from '../palette/canvas-tools.tsx';
import { Palette } from '../palette/palette.tsx';
import { Panel } from '../panel/panel.tsx';
import { useSoleNames } from '../panel/use-sole-names.ts';
import { type Fault, united } from '../problems/fault.ts';
import { ProblemList } from '../problems/problem-list.tsx';
import { useFaults } from '../problems/use-faults.ts';
import { useToldFaults } from '../problems/use-told-faults.ts';
import { screenWords } from '../screen-words.ts';
import { type Design, DesignProvider, WorkbenchProvider } from './design.ts';
import classes from './editor.module.css';
import { FirstSteps } from './first-steps.tsx';
import { Shelf, type ShelfName, shelfId } from './shelf.tsx';
import { TopBar } from './top-bar.tsx';
import { useCanvas, useScene } from './use-canvas.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useFindingMarks } from './use-finding-marks.ts';

/** What not everybody opens comes when it is opened. */
const Outline = lazyPart(() => import('../outline/outline.tsx').then((module) => module.Outline));
const TestRun = lazyPart(() => import('../test-run/test-run.tsx').then((module) => module.TestRun));

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
  const soleNames = useSoleNames();
  const { opened, failure } = useCanvas({ container, manifests, soleNames, xml });
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
  const [shelf, setShelf] = useState<ShelfName | undefined>('elements');
  const all = useMemo(() => united(faults, fromServer), [faults, fromServer]);
  const { told, tell } = useToldFaults(all);
  const { selected } = scene;

  useFindingMarks(canvas, { faults: view === 'test-run' ? none : all, told, selected });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other views leave the canvas another size.
  useEffect(() => canvas?.view({ kind: 'resized' }), [canvas, areProblemsShown, shelf]);
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
      if (property !== undefined) tell([{ element: id, property }]);
      setShelf('properties');
    },
    [canvas, tell],
  );
  useEditorKeys(canvas, goTo);
  const { element, property } = wanted ?? {};
  useEffect(() => {
    if (canvas && element) goTo(element, property);
  }, [canvas, element, property, goTo]);
  const asked = (): void => {
    setFromServer(none);
    tell(all);
  };
  const refused = (found: readonly Fault[]): void => {
    setFromServer(found);
    setProblemsShown(true);
  };
  const toggleProblems = (): void => {
    setProblemsShown(!areProblemsShown);
    setShelf(undefined);
  };
  const onCanvasClick = (): void => {
    if (canvas && canvas.scene().selected.length > 0) setShelf('properties');
  };
  const workbench = useMemo(() => canvas && { canvas, manifests }, [canvas, manifests]);
  const design = useMemo(
    () => workbench && { ...workbench, scene, faults: all, told, tell, wantedField, goTo },
    [workbench, scene, all, told, tell, wantedField, goTo],
  );
  return (
    <WorkbenchProvider value={workbench}>
      <DesignProvider value={design}>
        <div className={classes.designer} data-view={view} data-shelf={shelf}>
          <title>{screenWords.title(base.name)}</title>
          {design && (
            <>
              <TopBar
                {...{ keeper, versions, view, setView, checker, asked, refused }}
                warned={setFromServer}
                onProblems={toggleProblems}
                onReplace={setXml}
              />
              <DraftNotice keeper={keeper} recalled={recalled} onTake={setXml} />
            </>
          )}
          <div className={classes.work}>
            {design && view !== 'test-run' && (
              <div className={classes.left} id={shelfId('elements')}>
                <Suspense>{view === 'diagram' ? <Palette /> : <Outline />}</Suspense>
              </div>
            )}
            <div className={classes.middle}>
              <section className={classes.stage} aria-label={screenWords.canvas}>
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keys one goes to the shelf itself. */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas has its own elements. */}
                <div className="lk-canvas" ref={setContainer} onClick={onCanvasClick} />
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
            {design && view !== 'test-run' && (
              <Shelf hasElements={view === 'diagram'} open={shelf} setOpen={setShelf} />
            )}
            {design && (
              <div className={classes.right} id={shelfId('properties')}>
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
