import { postEvents } from '../../lib/lineage/postEvents.mjs';

/** @typedef {import('../../lib/lineage/readSampleEvents.mjs').LineageEvent} LineageEvent */

/**
 * Sends events and tells which of them were answered 201.
 *
 * @param {import('../startReplica.mjs').Replica} replica
 * @param {LineageEvent[]} events
 * @param {object} [options]
 * @param {number} [options.concurrency]
 * @param {(count: number) => void} [options.onAcknowledged] is told how many by now
 */
export async function sendAll(
  { url, token },
  events,
  { concurrency = 100, onAcknowledged = () => undefined } = {},
) {
  /** @type {LineageEvent[]} */
  const acknowledged = [];
  /** @type {LineageEvent[]} */
  const rest = [];
  /** @type {Map<string, number>} */
  const answers = new Map();
  await postEvents({
    url,
    token,
    events,
    concurrency,
    onAnswer: (index, outcome) => {
      const answer = typeof outcome === 'number' ? String(outcome) : 'none';
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      if (outcome === 201) {
        acknowledged.push(events[index]);
        onAcknowledged(acknowledged.length);
      } else {
        rest.push(events[index]);
      }
    },
  });
  return { acknowledged, rest, answers: Object.fromEntries(answers) };
}

/**
 * Sends events again until each of them was answered 201, as clients do.
 *
 * @param {import('../startReplica.mjs').Replica} replica
 * @param {LineageEvent[]} events
 */
export async function sendUntilTaken(replica, events) {
  let rest = events;
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt === 60) {
      throw new Error(`${rest.length} events were not taken in a minute`);
    }
    if (attempt > 0) {
      await new Promise(resolve => {
        setTimeout(resolve, 1000);
      });
    }
    ({ rest } = await sendAll(replica, rest, { concurrency: 30 }));
  }
}
