/**
 * Sends events one by one, so many requests at a time.
 *
 * @param {object} options
 * @param {string} options.url of the portal
 * @param {string} options.token
 * @param {unknown[]} options.events
 * @param {number} [options.concurrency]
 * @param {(index: number, outcome: number | Error) => void} options.onAnswer is
 *   told the status of each, or why there was none
 */
export async function postEvents({
  url,
  token,
  events,
  concurrency = 1,
  onAnswer,
}) {
  let next = 0;
  const work = async () => {
    while (next < events.length) {
      const index = next;
      next += 1;
      onAnswer(index, await postOne(url, token, events[index]));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

/**
 * The same, where nothing but 201 will do.
 *
 * @param {Omit<Parameters<typeof postEvents>[0], 'onAnswer'>} options
 */
export async function postAllEvents(options) {
  /** @type {string[]} */
  const refused = [];
  await postEvents({
    ...options,
    onAnswer: (index, outcome) => {
      if (outcome !== 201) {
        refused.push(`${outcome} for ${JSON.stringify(options.events[index])}`);
      }
    },
  });
  if (refused.length > 0) {
    throw new Error(
      `${refused.length} events were not taken, such as: ${refused[0].slice(0, 1000)}`,
    );
  }
}

/**
 * Sends events in their order, in batches. Nothing but success will do.
 *
 * @param {{ url: string, token: string, events: unknown[], size: number }} options
 */
export async function postBatches({ url, token, events, size }) {
  for (let start = 0; start < events.length; start += size) {
    const batch = events.slice(start, start + size);
    const response = await fetch(`${url}/api/lineage/api/v1/lineage/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(batch),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = await response.json();
    if (answer.summary?.successful !== batch.length) {
      throw new Error(
        `A batch was answered ${response.status}: ${JSON.stringify(answer).slice(0, 1000)}`,
      );
    }
  }
}

/**
 * @param {string} url
 * @param {string} token
 * @param {unknown} event
 * @returns {Promise<number | Error>}
 */
async function postOne(url, token, event) {
  try {
    const response = await fetch(`${url}/api/lineage/api/v1/lineage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return /** @type {Error} */ (error);
  }
}
