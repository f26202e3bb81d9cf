import * as contract from '@latchkey/contract';
import { type Bound, bind } from '../http/bind.ts';

/** The route that lists what a process can do. */
export const activitiesHttp = (needs: {
  readonly manifests: readonly contract.ActivityManifest[];
}): readonly Bound[] => [bind(contract.listActivities, async () => [...needs.manifests])];
