import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own, which answers what it is asked, one thing at a time. */
export type BenchChild = {
  readonly ask: <Answer>(question: unknown) => Promise<Answer>;
  readonly end: () => Promise<void>;
};

/** Starts it. It ends with this process, because its channel closes. */
export function startChild(file: string): BenchChild {
  const child = fork(join(import.meta.dirname, file));
  return {
    ask: <Answer>(question: unknown) => answered<Answer>(child, question),
    end: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

function answered<Answer>(child: ChildProcess, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const over = (code: number | null) => reject(new Error(`a measured process ended with ${code}`));
    child.once('exit', over);
    child.once('message', (answer) => {
      child.off('exit', over);
      resolve(answer as Answer);
    });
    child.send({ question });
  });
}

/** The child's side: answers each question, ends when the parent lets go, and fails loudly. */
export function answerParent<Question>(
  answer: (question: Question) => unknown,
  close: () => unknown = () => undefined,
) {
  process.on('message', async ({ question }: { question: Question }) => {
    try {
      process.send?.((await answer(question)) ?? null);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  });
  process.on('disconnect', async () => {
    await close();
    process.exit(0);
  });
}
