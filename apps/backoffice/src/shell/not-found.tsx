import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { Page } from '../kit/page.tsx';
import { common } from '../words/common.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const navigate = useNavigate();
  return (
    <Page title={common.notFoundTitle}>
      <EmptyState
        title={common.notFoundTitle}
        text={common.notFoundText}
        action={{ label: common.goHome, onClick: () => void navigate({ to: '/' }) }}
      />
    </Page>
  );
}
