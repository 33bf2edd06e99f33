export type TestResult = {
  readonly passed: number;
  readonly failed: number;
  /** The names of those that failed, where their runner tells: a reader of a long log need not search it. */
  readonly failures: readonly string[];
};

export const NOTHING_RUN: TestResult = { passed: 0, failed: 0, failures: [] };

export function addResults(one: TestResult, other: TestResult): TestResult {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
  };
}

/** A runner that fails without naming a failed test, or that ran nothing, counts as one failure. */
export function judge(result: TestResult, exitCode: number): TestResult {
  const isSilentFailure = result.failed === 0 && (exitCode !== 0 || result.passed === 0);
  return isSilentFailure ? { ...result, failed: 1 } : result;
}
