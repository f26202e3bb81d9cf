import { getOperatorSession } from '@latchkey/contract';
import { readOptions } from '../api/use-read.ts';

/** Who is signed in. Fails with status 401 when nobody is. */
export const sessionQuery = () => ({ ...readOptions(getOperatorSession, {}), staleTime: 60_000 });
