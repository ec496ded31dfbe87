import { Finding } from '@understudy/contracts';

/**
 * What the browser found, with the waivers that the backend knows of the same
 * findings. Absent while it has not answered: nothing is waived then.
 */
export function withWaivers(
  found: Finding[],
  answered: readonly Finding[] = [],
): Finding[] {
  const waived = new Map(
    answered.flatMap(finding =>
      finding.waiver ? [[keyOf(finding), finding.waiver] as const] : [],
    ),
  );
  return found.map(finding => {
    const waiver = waived.get(keyOf(finding));
    return waiver ? { ...finding, waiver } : finding;
  });
}

function keyOf({ ruleId, port, path, pointer }: Finding): string {
  return [ruleId, port, path || pointer].join('\n');
}
