import { ruleTitle } from '@understudy/contracts';
import { PlacedFinding, PlacedNote, Section } from './Section';

/** JSON for programs: the reports of the engine, with the place of each finding and note. */
export function formatJson(
  command: string,
  sections: readonly Section[],
  notes: readonly PlacedNote[],
): string {
  const value = {
    command,
    sections: sections.map(({ report, findings, ...section }) => ({
      ...section,
      ...(report && { report: { ...report, findings: undefined } }),
      findings: findings.map(flatten),
    })),
    notes,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function flatten({ finding, place, other }: PlacedFinding) {
  const title = ruleTitle(finding.ruleId);
  return { ...finding, title, place, ...(other && { otherPlace: other }) };
}
