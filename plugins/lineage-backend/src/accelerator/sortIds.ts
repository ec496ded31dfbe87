/** Below this the sort of the language is quicker. */
const MANY = 1024;
const BITS = 11;
const BUCKETS = 2 ** BITS;

/**
 * Sorts ids of nodes, in place: by their lowest bits, then by the next ones, each
 * time keeping the order of those that are alike. That takes as many steps as ids
 * have eleven bits, and not the logarithm of how many there are.
 *
 * @param ids - none of them negative
 */
export function sortIds(ids: Int32Array): Int32Array {
  if (ids.length < MANY) {
    return ids.sort();
  }
  let largest = 0;
  for (let index = 0; index < ids.length; index++) {
    largest = Math.max(largest, ids[index]);
  }
  const starts = new Int32Array(BUCKETS);
  let from = ids;
  let to = new Int32Array(ids.length);
  for (let shift = 0; largest >>> shift > 0 && shift < 31; shift += BITS) {
    starts.fill(0);
    for (let index = 0; index < from.length; index++) {
      starts[(from[index] >>> shift) & (BUCKETS - 1)] += 1;
    }
    for (let bucket = 0, at = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket];
      starts[bucket] = at;
      at += count;
    }
    for (let index = 0; index < from.length; index++) {
      const id = from[index];
      to[starts[(id >>> shift) & (BUCKETS - 1)]++] = id;
    }
    [from, to] = [to, from];
  }
  if (from !== ids) {
    ids.set(from);
  }
  return ids;
}
