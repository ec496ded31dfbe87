/** The smallest of the values that a share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) {
    throw new Error('There is no quantile of nothing');
  }
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
