import type { Definition } from '@latchkey/engine';
import { Alert, Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FailureNote } from '../../kit/failure-note.tsx';
import { useDesign } from '../editor/design.ts';
import { type Prompt, sendForm } from './phone.ts';
import { PhoneFrame } from './phone-frame.tsx';
import { Running } from './running.tsx';
import { Setup } from './setup.tsx';
import { firstInput } from './start-input.ts';
import classes from './test-run.module.css';
import { type TestRunState, useTestRun } from './use-test-run.ts';
import type { Answer } from './wait-card.tsx';
import { runWords } from './words.ts';

type Props = { readonly definition: Definition | undefined; readonly onProblems: () => void };

/** Tries the diagram out, saved or not: the server runs it in a sandbox, step by step, with a phone beside it. */
export function TestRun({ definition, onProblems }: Props) {
  const { canvas } = useDesign();
  const { name } = useParams({ from: '/shell/designer/$name' });
  const state = useTestRun(name);
  const [input, setInput] = useState(firstInput);
  const [drawn, setDrawn] = useState<string>();
  const { run } = state;
  const { frame, hooks, prompt, send, answer } = usePhone(state);
  const face = JSON.stringify(definition);
  const begun = run?.id;
  // The phone takes room from the diagram when it comes; a run shall be seen whole from its start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the beginning that is shown.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      canvas.view({ kind: 'resized' });
      canvas.view({ kind: 'zoom', to: 'fit' });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, begun]);
  const start = async () => {
    setDrawn(face);
    await state.start(await canvas.save(), input);
  };
  return (
    <aside className={classes.run} aria-label={runWords.title}>
      <PhoneFrame url={run?.frameUrl} turn={state.turn} hooks={hooks} ref={frame} />
      <div className={classes.panel}>
        <header className={classes.head}>
          <h2>{runWords.title}</h2>
          <p>
            <IconShieldCheck size={15} aria-hidden /> {runWords.sandbox}
          </p>
        </header>
        {definition === undefined && (
          <Alert color="yellow" m="md" title={runWords.faulty}>
            <Button size="xs" variant="default" onClick={onProblems}>
              {runWords.showProblems}
            </Button>
          </Alert>
        )}
        {run !== undefined && definition !== undefined && drawn !== face && (
          <Alert color="blue" m="md" title={runWords.changed}>
            <Button size="xs" variant="default" disabled={state.isBusy} onClick={() => void start()}>
              {runWords.runChanged}
            </Button>
          </Alert>
        )}
        {state.failure !== undefined && (
          <div className={classes.failure}>
            <FailureNote failure={state.failure} />
          </div>
        )}
        {run !== undefined && (
          <Running
            run={run}
            state={state}
            isPromptOpen={prompt !== undefined}
            onSend={send}
            onAnswer={answer}
          />
        )}
        {run === undefined && definition !== undefined && (
          <Setup input={input} setInput={setInput} isBusy={state.isBusy} onStart={() => void start()} />
        )}
      </div>
    </aside>
  );
}

const wantedOf = (given: Exclude<Answer, { readonly kind: 'own-device' }>) =>
  given.kind === 'ends' ? { outcome: given.outcome } : { authenticator: given.authenticator };

/** The phone and its prompt. An answer that is picked before the prompt is open is given as soon as it is. */
function usePhone({ act, look, run, simulate }: TestRunState) {
  // A Custom Page takes the credential itself, and goes on by its own script.
  const isPage = run?.waits.some(({ kind }) => kind === 'page') ?? false;
  const isSignIn = run?.waits.some(({ kind }) => kind === 'sign-in-form') ?? false;
  const frame = useRef<HTMLIFrameElement>(null);
  const wanted = useRef<Answer>(undefined);
  const [prompt, setPrompt] = useState<Prompt>();
  const send = () => {
    if (frame.current) sendForm(frame.current);
  };
  const give = (open: Prompt, given: Answer): void => {
    wanted.current = undefined;
    setPrompt(undefined);
    if (given.kind === 'own-device') open.answerByDevice();
    else if (isPage)
      void simulate(wantedOf(given)).then((simulated) => simulated && open.answerBy(simulated));
    else if (given.kind === 'ends') void act({ kind: 'close-prompt', outcome: given.outcome });
    else void act({ kind: isSignIn ? 'sign-in' : 'create-passkey', ...byDevice(given) });
  };
  const answer = (given: Answer): void => {
    if (prompt === undefined) {
      wanted.current = given;
      send();
    } else give(prompt, given);
  };
  const hooks = {
    onPrompt: (open: Prompt) => {
      if (wanted.current) give(open, wanted.current);
      else setPrompt(open);
    },
    onPromptGone: () => setPrompt(undefined),
    onSent: look,
  };
  return { frame, hooks, prompt, send, answer };
}

/** By which device, and who holds it. */
const byDevice = ({ authenticator, person }: Extract<Answer, { readonly kind: 'simulated' }>) => ({
  authenticator,
  ...(person !== undefined && { person }),
});
