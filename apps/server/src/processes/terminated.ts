import { happen, type InstanceStep, startStep } from './instance-step.ts';
import { type OpenInstance, subjectOf } from './move-instance.ts';

/** The step that cancels an instance, wherever it stands; one that never began begins and ends in it. */
export function terminated({ instance, definition, step, now }: OpenInstance): InstanceStep {
  const standing = step ?? startStep(subjectOf(instance, definition, now));
  return happen({ ...standing, pending: [] }, { kind: 'cancelled' });
}
