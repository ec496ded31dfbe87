import { waitFor } from '../lib/waitFor.mjs';

const PARTITIONS = 3;

/** The topic that senders write to, and how far the portal has got with it. */
export class Topic {
  static NAME = 'openlineage.events';
  static GROUP = 'portal-lineage';
  #admin;
  #producer;
  #sent = 0;

  /** @param {import('kafkajs').Kafka} client */
  constructor(client) {
    this.#admin = client.admin();
    this.#producer = client.producer();
  }

  async create() {
    await this.#admin.connect();
    await this.#producer.connect();
    await this.#admin.createTopics({
      topics: [{ topic: Topic.NAME, numPartitions: PARTITIONS }],
      waitForLeaders: true,
    });
  }

  /** Messages written so far. */
  get sent() {
    return this.#sent;
  }

  /** A new group reads what is written from now on: it has to be there first. */
  async waitForReader() {
    await waitFor('the portal to read the topic', async () => {
      const { groups } = await this.#admin.describeGroups([Topic.GROUP]);
      return groups[0].state === 'Stable' && groups[0].members.length > 0
        ? true
        : undefined;
    });
  }

  /**
   * Writes events as OpenLineage's Kafka transport does: keyed by job.
   *
   * @param {any[]} events
   */
  async send(events) {
    await this.#producer.send({
      topic: Topic.NAME,
      acks: -1,
      messages: events.map(event => ({
        key: `job:${event.job?.namespace}/${event.job?.name}`,
        value: JSON.stringify(event),
      })),
    });
    this.#sent += events.length;
  }

  /** How many messages the portal has answered for. */
  async taken() {
    const [{ partitions }] = await this.#admin.fetchOffsets({
      groupId: Topic.GROUP,
      topics: [Topic.NAME],
    });
    // Of a partition that nothing was taken from there is none, which is -1.
    return partitions.reduce(
      (sum, { offset }) => sum + Math.max(0, Number(offset)),
      0,
    );
  }

  /** @param {number} count */
  async waitUntilTaken(count) {
    await waitFor(
      `${count} messages to be taken`,
      async () => ((await this.taken()) >= count ? true : undefined),
      { seconds: 180 },
    );
  }

  async close() {
    await this.#producer.disconnect();
    await this.#admin.disconnect();
  }
}
