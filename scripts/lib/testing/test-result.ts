export type TestResult = { readonly passed: number; readonly failed: number };

export function addResults(one: TestResult, other: TestResult): TestResult {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** A runner that fails without naming a failed test, or that ran nothing, counts as one failure. */
export function judge(result: TestResult, exitCode: number): TestResult {
  const isSilentFailure = result.failed === 0 && (exitCode !== 0 || result.passed === 0);
  return isSilentFailure ? { ...result, failed: 1 } : result;
}
