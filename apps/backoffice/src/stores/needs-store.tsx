import { createStore } from '@latchkey/contract';
import { IconBuildingStore } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { useMay } from '../session/use-session.ts';
import { storeWords } from './words.ts';

/** Said where something lives in an identity store and there is none yet. */
export function NeedsStore() {
  const may = useMay();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={IconBuildingStore}
      title={storeWords.noneTitle}
      text={storeWords.noneText}
      {...(may(createStore) && {
        action: { label: storeWords.create, onClick: () => void navigate({ to: '/stores/new' }) },
      })}
    />
  );
}
