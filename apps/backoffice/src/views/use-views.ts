import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session/use-session.ts';
import { type View, withoutView, withView } from './view.ts';
import { viewMemory } from './view-memory.ts';

/** The saved views of the signed-in operator. */
export function useViews() {
  const { tenant, operator } = useSession();
  const memory = useMemo(
    () => viewMemory({ tenant, operator: operator.id }, localStorage),
    [tenant, operator.id],
  );
  const views = useSyncExternalStore(memory.watch, memory.read);
  return {
    views,
    keep: (view: View) => memory.write(withView(memory.read(), view)),
    remove: ({ id }: View) => memory.write(withoutView(memory.read(), id)),
  };
}
