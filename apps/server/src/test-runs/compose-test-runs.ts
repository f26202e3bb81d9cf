import { findJourney } from '../journeys/journeys.sql.ts';
import { eraseAbandoned } from './end-test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { type TestRunPageNeeds, testRunPageHttp } from './test-run-page.http.ts';
import { testRunsHttp } from './test-runs.http.ts';

/** Test runs: their routes, the person's page in them, and what the clockwork does for them. */
export function composeTestRuns(given: Omit<TestRunNeeds, 'findJourney'>) {
  const needs: TestRunNeeds = { ...given, findJourney: findJourney(given.safe) };
  return {
    routes: testRunsHttp(needs),
    page: (own: Pick<TestRunPageNeeds, 'assets' | 'authenticate'>) => testRunPageHttp({ ...needs, ...own }),
    eraseAbandoned: eraseAbandoned(needs),
  };
}
