import { IconRefresh } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { isMissingPart, reload } from '../kit/missing-part.ts';
import { common } from '../words/common.ts';

/** A screen that broke: the rest of the Backoffice stays usable. */
export const ScreenFailure = ({ error, reset }: ErrorComponentProps) => (
  <div style={{ padding: 24 }}>
    {isMissingPart(error) ? (
      <EmptyState
        icon={IconRefresh}
        title={common.missingScreenTitle}
        text={common.missingScreenText}
        action={{ label: common.reload, onClick: reload }}
      />
    ) : (
      <FailureNote failure={error} onRetry={reset} />
    )}
  </div>
);
