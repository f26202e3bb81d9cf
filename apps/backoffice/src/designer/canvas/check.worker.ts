import { inspectDefinition, layOut, lintDefinition } from '@latchkey/bpmn';
import { Problem } from '@latchkey/kernel';
import type { CheckAnswer, Checked, CheckRequest } from './checker.ts';

/** The worker's own end of the line; the page's types know only windows. */
const line = globalThis as unknown as {
  onmessage: (event: { readonly data: CheckRequest }) => void;
  readonly postMessage: (answer: CheckAnswer) => void;
};

line.onmessage = async ({ data }) => {
  const { id } = data;
  if (data.kind === 'check') line.postMessage({ id, checked: await check(data) });
  else line.postMessage({ id, ...(await arrange(data.xml)) });
};

async function check({
  xml,
  manifests,
  settings,
}: Extract<CheckRequest, { kind: 'check' }>): Promise<Checked> {
  try {
    const { definition, problems } = await inspectDefinition(xml, manifests);
    const warnings = lintDefinition(definition, manifests, settings);
    return { problems, warnings, ...(problems.length === 0 && { definition }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problems: [], warnings: [], unreadable: error.detail ?? error.title };
  }
}

async function arrange(xml: string): Promise<Pick<CheckAnswer, 'xml' | 'failure'>> {
  try {
    return { xml: await layOut(xml) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'It cannot be laid out.' };
  }
}
