import type { ActivityManifest, DefinitionProblem, Settings } from '@latchkey/bpmn';
import type { Definition } from '@latchkey/engine';

/** What the publish check says of a diagram: its faults and warnings, or the definition that would run. */
export type Checked = {
  readonly problems: readonly DefinitionProblem[];
  /** What is worth a second look although it can run. */
  readonly warnings: readonly DefinitionProblem[];
  readonly definition?: Definition;
  /** Why it cannot be read at all. */
  readonly unreadable?: string;
};

export type CheckRequest =
  | {
      readonly id: number;
      readonly kind: 'check';
      readonly xml: string;
      readonly manifests: readonly ActivityManifest[];
      readonly settings: Settings;
    }
  | { readonly id: number; readonly kind: 'arrange'; readonly xml: string };
export type CheckAnswer = {
  readonly id: number;
  readonly checked?: Checked;
  readonly xml?: string;
  readonly failure?: string;
};

/** The server's publish check and the layout, in a worker of their own: drawing never waits for them. */
export type Checker = {
  readonly check: (
    xml: string,
    manifests: readonly ActivityManifest[],
    settings?: Settings,
  ) => Promise<Checked>;
  /** Lays the diagram out anew. Throws when it cannot. */
  readonly arrange: (xml: string) => Promise<string>;
  readonly close: () => void;
};

const nothingKnown: Settings = { policies: [], relyingParties: [] };

/** Before anything was checked. */
export const nothingFound: Checked = Object.freeze({ problems: [], warnings: [] });

export function openChecker(): Checker {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: CheckAnswer) => void>();
  let next = 1;
  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  const send = (request: (id: number) => CheckRequest) =>
    new Promise<CheckAnswer>((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      worker.postMessage(request(id));
    });
  return {
    check: async (xml, manifests, settings = nothingKnown) => {
      const { checked } = await send((id) => ({ id, kind: 'check', xml, manifests, settings }));
      return checked ?? nothingFound;
    },
    arrange: async (xml) => {
      const answer = await send((id) => ({ id, kind: 'arrange', xml }));
      if (answer.xml === undefined) throw new Error(answer.failure);
      return answer.xml;
    },
    close: () => worker.terminate(),
  };
}
