import { Finding } from './Finding';

/** Puts findings in the one order in which they are always given: by port, pointer and rule. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map(finding => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding);
}

function keyOf(finding: Finding): readonly string[] {
  return [
    finding.port,
    finding.pointer,
    finding.ruleId,
    finding.consumer ?? '',
    finding.against ?? '',
    finding.message,
  ];
}

/** By code units: what a locale thinks of letters must not change a report. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((part, i) => part !== b[i]);
  if (index < 0) {
    return 0;
  }
  return a[index] < b[index] ? -1 : 1;
}
