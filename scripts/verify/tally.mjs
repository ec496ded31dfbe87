/** Adds up what several runners report. */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped = 0 }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The line every runner of this repository ends with. */
export function formatTally({ passed, failed, skipped = 0 }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** Reads such a line back; `undefined` when it is none. */
export function parseTally(line) {
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(
    line.trim(),
  );
  if (!match) {
    return undefined;
  }
  return {
    passed: Number(match[1]),
    failed: Number(match[2]),
    skipped: Number(match[3] ?? 0),
  };
}

/** A step that is either right or wrong as a whole. */
export const PASSED = { passed: 1, failed: 0 };
export const FAILED = { passed: 0, failed: 1 };
