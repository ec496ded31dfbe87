/** What a metric can be compared by, in the words of the backend. */
export const metricSigns = ['>=', '>', '=', '!=', '<', '<='] as const;

/** The condition on a metric as the address has it, or undefined if it is none. */
export function metricCondition(condition: {
  name: string;
  sign: string;
  value: string;
}): string | undefined {
  const name = condition.name.trim();
  const value = condition.value.trim().replace(',', '.');
  // A sign in the name would be read as that of the condition.
  const fits =
    name !== '' &&
    !/[=!<>]/.test(name) &&
    value !== '' &&
    Number.isFinite(Number(value));
  return fits ? `${name}${condition.sign}${value}` : undefined;
}

/** The condition on a tag as the address has it, or undefined if it is none. */
export function tagCondition(condition: {
  key: string;
  value: string;
}): string | undefined {
  const key = condition.key.trim();
  return key !== '' && !key.includes('=')
    ? `${key}=${condition.value.trim()}`
    : undefined;
}

/** The metric that a condition is about. */
export function metricOf(condition: string): string {
  return condition.replace(/\s*[=!<>].*$/, '');
}

const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤', '!=': '≠' };

/** A condition as people write it: `auc ≥ 0.9`. */
export function conditionLabel(condition: string): string {
  return condition.replace(
    /\s*([!<>]=?|=)\s*/,
    (_, sign: string) => ` ${SIGNS[sign] ?? sign} `,
  );
}
