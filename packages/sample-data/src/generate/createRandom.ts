/** Numbers in [0, 1) that depend on nothing but the seed. */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed on every machine.
 * The 32-bit mulberry generator, started from an FNV-1a hash of the seed.
 */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About normally distributed around 0 with a deviation of 1, within ±3. */
export function nextNormal(random: Random): number {
  // Three uniform numbers are near enough and cannot give an outlier that
  // would look like a broken model.
  return (random() + random() + random() - 1.5) * 2;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value;
}
