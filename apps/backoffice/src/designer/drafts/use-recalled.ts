import type { ProcessDefinition } from '@latchkey/contract';
import { useState } from 'react';
import { useSession } from '../../session/use-session.ts';
import { xmlOf } from './diagram-resource.ts';
import { draftMemory, type Remembered } from './draft-memory.ts';

/** Work that this browser kept because it was never saved; nothing when the server has the same. */
export type Recalled = { readonly draft: Remembered | undefined; readonly forget: () => void };

/** What this browser still has of a definition, read once when it is opened. */
export function useRecalled(base: ProcessDefinition): Recalled {
  const { tenant } = useSession();
  const [recalled] = useState(() => {
    const memory = draftMemory(tenant, base.name);
    const draft = memory.recall();
    return { draft: draft?.xml === xmlOf(base) ? undefined : draft, forget: memory.forget };
  });
  return recalled;
}
