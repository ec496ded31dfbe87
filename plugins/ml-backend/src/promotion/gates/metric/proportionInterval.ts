/**
 * Where the true share may lie that a share of n rows was seen of: the shares
 * that a z-test does not refuse (the score interval). Unlike the plain one it
 * has a width for shares of 0 and 1, where few rows prove little.
 */
export function proportionInterval(
  share: number,
  n: number,
  z: number,
): [low: number, high: number] {
  const square = (z * z) / n;
  const centre = (share + square / 2) / (1 + square);
  const half =
    (z / (1 + square)) *
    Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  // What is exact on paper may be off by a rounding: the share lies inside.
  return [Math.min(centre - half, share), Math.max(centre + half, share)];
}
