import type { Definition } from '@latchkey/engine';
import { Alert, Button, Code, Stack } from '@mantine/core';
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { manifestOf } from '../boundary-choice.ts';
import type { Drawing } from '../drawing.ts';
import { type Design, useDesign } from '../editor/design.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { PanelSection } from '../panel/panel-section.tsx';
import { outputPaths } from '../paths/known-paths.ts';
import { begin, type Choice, choicesOf, choose, type Run } from './run.ts';
import classes from './test-run.module.css';
import { runWords } from './words.ts';
import { writePath } from './write-path.ts';

type Props = { readonly definition: Definition | undefined; readonly onProblems: () => void };

/** Walks through the process on the real engine: what happens is chosen, nothing outside is touched. */
export function TestRun({ definition, onProblems }: Props) {
  return (
    <aside className={classes.run} aria-label={runWords.title}>
      <header className={classes.head}>
        <h2>{runWords.title}</h2>
        <p>{runWords.text}</p>
      </header>
      {definition === undefined ? (
        <Alert color="yellow" m="md" title={runWords.faulty}>
          <Button size="xs" variant="default" mt="xs" onClick={onProblems}>
            {runWords.showProblems}
          </Button>
        </Alert>
      ) : (
        <Walk key={JSON.stringify(definition)} definition={definition} />
      )}
    </aside>
  );
}

function Walk({ definition }: { readonly definition: Definition }) {
  const design = useDesign();
  const { canvas, scene } = design;
  const { drawing } = scene;
  const [run, setRun] = useState<Run>(() => begin(definition));
  const known = useMemo(() => knowledge(design), [design]);
  useEffect(() => {
    canvas.mark(
      'token',
      run.state.tokens.map(({ node }) => node),
    );
    canvas.mark('visited', run.visited);
  }, [canvas, run]);
  useEffect(
    () => () => {
      canvas.mark('token', []);
      canvas.mark('visited', []);
    },
    [canvas],
  );
  const samples = (node: string, data: Run['data']) => sampled(design, node, data);
  const choices = Map.groupBy(choicesOf(run, known), ({ node }) => node);
  return (
    <>
      <PanelSection title={runWords.next}>
        {run.state.status !== 'active' && <Ended run={run} />}
        {[...choices].map(([node, list]) => (
          <section key={node} className={classes.node}>
            <h4>{nameOf(drawing, node)}</h4>
            <Stack gap={6}>
              {list.map((choice) => (
                <Button
                  key={JSON.stringify(choice)}
                  size="xs"
                  variant={choice.kind === 'complete' ? 'filled' : 'default'}
                  justify="flex-start"
                  leftSection={<IconPlayerPlay size={13} aria-hidden />}
                  onClick={() => setRun(choose(run, choice, samples))}
                >
                  {labelOf(choice, design)}
                </Button>
              ))}
            </Stack>
          </section>
        ))}
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => setRun(begin(definition))}
        >
          {runWords.again}
        </Button>
      </PanelSection>
      <Trail run={run} drawing={drawing} />
      <PanelSection title={runWords.data}>
        <Code block className={classes.data}>
          {JSON.stringify(run.data, null, 2)}
        </Code>
      </PanelSection>
    </>
  );
}

const Ended = ({ run: { state } }: { readonly run: Run }) => (
  <p className={classes.ended} data-good={state.status === 'completed' || undefined} role="status">
    {runWords.ended[state.status as 'completed' | 'failed' | 'terminated']}
    {state.error !== undefined && `: ${state.error}`}
  </p>
);

const Trail = ({ run, drawing }: { readonly run: Run; readonly drawing: Drawing }) => (
  <PanelSection title={runWords.trail} count={run.trail.length}>
    <ol className={classes.trail}>
      {run.trail.map(({ node, outcome }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a trail only grows.
        <li key={place}>
          <strong>{nameOf(drawing, node)}</strong> <span>{outcome}</span>
        </li>
      ))}
    </ol>
  </PanelSection>
);

/** What the manifests say of each step: its failures, and whether it decides. */
function knowledge({ scene, manifests }: Design) {
  const of = (node: string) => manifestOf(manifests, scene.drawing.elements[node]?.activity);
  return {
    codesOf: (node: string) => of(node)?.boundaryEvents.map(({ code }) => code) ?? [],
    decides: (node: string) => of(node)?.outputs.some(({ path }) => path === '_decision') ?? false,
  };
}

function labelOf(choice: Choice, { scene, manifests }: Design): string {
  const { elements } = scene.drawing;
  if (choice.kind === 'complete')
    return choice.decision === undefined ? runWords.complete : runWords.decide(choice.decision);
  if (choice.kind === 'take')
    return runWords.take(nameOf(scene.drawing, elements[choice.flow]?.target ?? ''));
  if (choice.kind === 'fire') return runWords.fire(nameOf(scene.drawing, choice.node));
  const declared = manifestOf(manifests, elements[choice.node]?.activity)?.boundaryEvents ?? [];
  return declared.find(({ code }) => code === choice.code)?.label ?? choice.code;
}

/** The data with a sample at every path that a completed step leaves. */
function sampled({ scene, manifests }: Design, node: string, data: Run['data']): Run['data'] {
  const task = scene.drawing.elements[node];
  if (!task) return data;
  return outputPaths(task, manifests, () => ['sample']).reduce<Run['data']>(
    (now, { path, type }) =>
      type === 'string'
        ? writePath(now, path, `sample ${path.split('.').at(-1)}`)
        : type === 'object'
          ? writePath(now, path, {})
          : now,
    data,
  );
}
