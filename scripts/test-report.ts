/** The part of vitest's JSON report that we read. */
export type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/**
 * How many tests passed and failed, and a sentence for each fault that no test reports by itself. A test that
 * did not run (skipped, to do) counts as failed, as does a file that broke before its tests or has none.
 */
export function countTests({ testResults }: Report): {
  readonly passed: number;
  readonly failed: number;
  readonly faults: readonly string[];
} {
  const results = testResults.flatMap((file) =>
    file.assertionResults.map(({ fullName, status }) => ({ name: `${file.name}: ${fullName}`, status })),
  );
  const notRun = results.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      assertionResults.length === 0 ||
      (status === 'failed' && assertionResults.every((test) => test.status === 'passed')),
  );
  const passed = results.filter(({ status }) => status === 'passed').length;
  return {
    passed,
    failed: results.length - passed + broken.length,
    faults: [
      ...notRun.map(({ name }) => `${name} did not run; every test must.`),
      ...broken.map(({ name, message }) => `${name} did not run to its end. ${message ?? ''}`.trim()),
    ],
  };
}
