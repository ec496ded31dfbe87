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
  return { ...finding, place, ...(other && { otherPlace: other }) };
}
