import { Knex } from 'knex';
import { WEBHOOK_TOLERANCE_SECONDS } from './verifyWebhook';

/** Twice the tolerance: clocks may be wrong in either direction. */
const KEEP_MS = 2 * WEBHOOK_TOLERANCE_SECONDS * 1000;

/** Remembers which deliveries were taken. */
export class WebhookDeliveries {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** False for a delivery that was taken before, on whichever replica. */
  async take(server: string, deliveryId: string): Promise<boolean> {
    const now = this.#now();
    const old = new Date(now.getTime() - KEEP_MS).toISOString();
    await this.#table().where('received_at', '<', old).delete();
    const key = { server, delivery_id: deliveryId };
    const inserted: { server: string }[] = await this.#table()
      .insert({ ...key, received_at: now.toISOString() })
      .onConflict(['server', 'delivery_id'])
      .ignore()
      .returning('server');
    return inserted.length > 0;
  }

  /** What came to nothing may be sent again. */
  async forget(server: string, deliveryId: string): Promise<void> {
    await this.#table().where({ server, delivery_id: deliveryId }).delete();
  }

  #table() {
    return this.#knex('webhook_delivery');
  }
}
