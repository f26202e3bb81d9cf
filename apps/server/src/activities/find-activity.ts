import type { Activity } from './define-activity.ts';

/** Finds an activity by the type and version that a diagram names. */
export function findActivity(activities: readonly Activity[]) {
  const known = new Map(activities.map((activity) => [`${activity.id} ${activity.version}`, activity]));
  return (type: string, version: number): Activity | undefined => known.get(`${type} ${version}`);
}
