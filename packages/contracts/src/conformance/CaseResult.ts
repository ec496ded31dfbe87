/** What the engine said of one case of a suite, beside what the suite says. */
export interface CaseResult {
  name: string;
  expected: boolean;
  compatible: boolean;
  /** Rules of the errors. */
  rules: string[];
}
