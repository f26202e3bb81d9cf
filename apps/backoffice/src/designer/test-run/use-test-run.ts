import {
  endTestRun,
  getTestRun,
  rewindTestRun,
  simulateTestRunPrompt,
  startTestRun,
  stepTestRun,
  type TestRun,
  type TestRunAct,
} from '@latchkey/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useRead } from '../../api/use-read.ts';
import { type StartInput, startBodyOf } from './start-input.ts';

const lookMs = 2_500;

/** One test run from its start to its end; it is erased when nobody looks at it any more. */
export function useTestRun(definitionName: string) {
  const client = useQueryClient();
  const [id, setId] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  /** Counts what was done beside the page in the phone, which then has to be loaded anew. */
  const [turn, setTurn] = useState(0);
  const current = useRef<string>(undefined);
  const read = useRead(
    getTestRun,
    { params: { id: id ?? '' } },
    { enabled: id !== undefined && !isBusy, refetchInterval: lookMs },
  );
  const keyOf = (run: string) => queryKeys.answer(getTestRun, { params: { id: run } });

  const put = async (run: TestRun): Promise<void> => {
    await client.cancelQueries({ queryKey: keyOf(run.id) });
    client.setQueryData(keyOf(run.id), run);
    current.current = run.id;
    setId(run.id);
    setTurn((now) => now + 1);
  };
  const attempt = async (work: () => Promise<TestRun>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    await work().then(put, (error: unknown) => {
      setFailure(error);
      // What a form refused is a step all the same.
      void read.refetch();
    });
    setBusy(false);
  };
  const end = (): void => {
    if (current.current !== undefined)
      void call(endTestRun, { params: { id: current.current } }).catch(() => undefined);
    current.current = undefined;
    setId(undefined);
    setFailure(undefined);
  };
  useEffect(
    () => () => {
      if (current.current !== undefined)
        void call(endTestRun, { params: { id: current.current } }).catch(() => undefined);
    },
    [],
  );
  const params = { id: id ?? '' };
  return {
    run: id === undefined ? undefined : read.data,
    isBusy,
    failure: failure ?? (id === undefined ? undefined : (read.error ?? undefined)),
    turn,
    start: (xml: string, input: StartInput) =>
      attempt(async () => {
        end();
        const resources = { bpmn: { data: xml, type: 'BPMN' as const } };
        return call(startTestRun, { body: { definitionName, resources, ...startBodyOf(input) } });
      }),
    act: (act: TestRunAct) => attempt(() => call(stepTestRun, { params, body: act })),
    /** What the prompt of a Custom Page comes to; `undefined` where it failed, which the panel tells. */
    simulate: (wanted: Pick<TestRunAct, 'outcome' | 'authenticator'>) =>
      call(simulateTestRunPrompt, { params, body: wanted }).catch((error: unknown) => {
        setFailure(error);
        return undefined;
      }),
    rewind: (keep: number) => attempt(() => call(rewindTestRun, { params, body: { keep } })),
    look: () => void read.refetch(),
    end,
  };
}
export type TestRunState = ReturnType<typeof useTestRun>;
