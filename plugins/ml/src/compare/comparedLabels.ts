/** The fewest and the most versions that can stand side by side. */
export const comparedLimits = { least: 2, most: 4 } as const;

const PARAM = 'version';

/** The labels of the versions that the address names, the baseline first. */
export function readLabels(params: URLSearchParams): string[] {
  return params.getAll(PARAM);
}

/** The address of a comparison with one version more. */
export function withLabel(
  params: URLSearchParams,
  label: string,
): URLSearchParams {
  return setLabels(params, [...without(params, label), label]);
}

/** The address of a comparison with one version less. */
export function withoutLabel(
  params: URLSearchParams,
  label: string,
): URLSearchParams {
  return setLabels(params, without(params, label));
}

/** The address of a comparison with a version in front of the others. */
export function withBaseline(
  params: URLSearchParams,
  label: string,
): URLSearchParams {
  return setLabels(params, [label, ...without(params, label)]);
}

function without(params: URLSearchParams, label: string): string[] {
  return readLabels(params).filter(other => other !== label);
}

function setLabels(params: URLSearchParams, labels: string[]): URLSearchParams {
  const result = new URLSearchParams(params);
  result.delete(PARAM);
  labels.forEach(label => result.append(PARAM, label));
  return result;
}
