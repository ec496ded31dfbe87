/**
 * What a rollback restores: the holder before the present one, as if every
 * rollback so far had undone what it rolled back. So rolling back again goes
 * one step further back, and never in circles. Pure.
 *
 * @param history - what held a place, oldest first.
 */
export function previousHolder<
  T extends { versionId: string; byRollback: boolean },
>(history: readonly T[]): T | undefined {
  const standing: T[] = [];
  for (const holder of history) {
    if (holder.byRollback) {
      const restored = standing.findLastIndex(
        earlier => earlier.versionId === holder.versionId,
      );
      // Without the restored one in the history, nothing before it counts.
      standing.length = Math.max(restored, 0);
    } else if (standing.at(-1)?.versionId === holder.versionId) {
      standing.pop();
    }
    standing.push(holder);
  }
  return standing.at(-2);
}
