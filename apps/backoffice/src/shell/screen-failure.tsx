import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailureNote } from '../kit/failure-note.tsx';

/** A screen that broke: the rest of the Backoffice stays usable. */
export const ScreenFailure = ({ error, reset }: ErrorComponentProps) => (
  <div style={{ padding: 24 }}>
    <FailureNote failure={error} onRetry={reset} />
  </div>
);
