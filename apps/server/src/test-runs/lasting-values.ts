import { withoutTransient } from '@latchkey/forms';
import type { Journey, TestRunNeeds } from './test-run-needs.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What a run may keep of what was entered at a task: all but the transient fields of its form, as in every journey. Who
 * asks acts in the sandbox, before the task moves on.
 */
export async function lastingValues(
  { presentView }: Pick<TestRunNeeds, 'presentView'>,
  journey: Journey,
  task: string,
  values: Values,
): Promise<Values> {
  const view = await presentView(journey);
  return view.kind === 'form' && view.task === task ? withoutTransient(view.form, values) : values;
}
