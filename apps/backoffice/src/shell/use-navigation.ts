import { useMay } from '../session/use-session.ts';
import { type NavigationGroup, navigation } from './navigation.ts';

/** The navigation as far as the operator may go. */
export function useNavigation(): readonly NavigationGroup[] {
  const may = useMay();
  return navigation()
    .map((group) => ({ ...group, entries: group.entries.filter(({ needs }) => !needs || may(needs)) }))
    .filter(({ entries }) => entries.length > 0);
}
