import type { FindActivity } from '../processes/perform-task.ts';

/**
 * The same activities, but those that ask nobody wait when a token arrives, so that a tester can look, and choose how
 * each ends. Forms wait by themselves.
 */
export const pausing =
  (find: FindActivity): FindActivity =>
  (type, version) => {
    const activity = find(type, version);
    if (activity === undefined || activity.submit !== undefined) return activity;
    return { ...activity, execute: async (_parameters, { data }) => ({ kind: 'waiting', data }) };
  };
