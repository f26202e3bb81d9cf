import { Outlet, useMatches } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { Page } from '../kit/page.tsx';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';

/** The screen, or which permission it needs when the operator lacks it. */
export function PermittedScreen() {
  const may = useMay();
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs });
  if (needs === undefined || may(needs)) return <Outlet />;
  return (
    <Page title={common.mayNotTitle}>
      <EmptyState
        title={common.mayNotTitle}
        text={`${common.mayNotText(needs.permission)} ${common.mayNotAction}`}
      />
    </Page>
  );
}
