/**
 * The starts and ends of runs that are in the graph, by {@link nameOfEvent}.
 *
 * @param {string} exported as by `understudy-lineage export`
 * @returns {Set<string>}
 */
export function storedRunEvents(exported) {
  return new Set(
    exported
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ type }) => type === 'run')
      .flatMap(({ id, facts }) => [
        ...(facts.start ? [`${id} START`] : []),
        ...(facts.terminal ? [`${id} COMPLETE`] : []),
      ]),
  );
}

/**
 * @param {{ run: { runId: string }, eventType: string }} event
 * @returns {string} which event of which run it is
 */
export function nameOfEvent({ run, eventType }) {
  return `${run.runId} ${eventType}`;
}
