import { LedgerVerification } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { EventRow, toLedgerEvent } from './eventRows';
import { GENESIS_HASH, hashEvent } from './hashEvent';

const BATCH = 500;

/**
 * Walks the whole chain, a batch of rows at a time, and stops at the first
 * row that does not fit. The end it must reach is read first, so that events
 * appended meanwhile do no harm.
 */
export async function verifyLedger(knex: Knex): Promise<LedgerVerification> {
  const head = await knex('event_head').where({ id: 1 }).first();
  const end = { sequence: Number(head?.sequence), hash: String(head?.hash) };
  let last = { sequence: 0, hash: GENESIS_HASH };
  for (;;) {
    const rows: EventRow[] = await knex<EventRow>('event')
      .where('sequence', '>', last.sequence)
      .andWhere('sequence', '<=', end.sequence)
      .orderBy('sequence')
      .limit(BATCH);
    for (const row of rows) {
      const reason = faultOf(row, last);
      if (reason) {
        return result(last, { sequence: last.sequence + 1, reason });
      }
      last = { sequence: Number(row.sequence), hash: row.hash };
    }
    if (rows.length < BATCH) {
      break;
    }
  }
  if (last.sequence !== end.sequence) {
    return result(last, {
      sequence: last.sequence + 1,
      reason: `entries ${last.sequence + 1} to ${end.sequence} are missing`,
    });
  }
  if (last.hash !== end.hash) {
    return result(last, {
      sequence: last.sequence,
      reason: 'its hash is not the one noted for the end of the chain',
    });
  }
  return result(last);
}

function faultOf(
  row: EventRow,
  last: { sequence: number; hash: string },
): string | undefined {
  const sequence = Number(row.sequence);
  if (sequence !== last.sequence + 1) {
    return `entry ${last.sequence + 1} is missing: the next one is ${sequence}`;
  }
  if (row.prev_hash !== last.hash) {
    return 'it does not follow from the entry before';
  }
  try {
    const event = toLedgerEvent(row);
    if (row.correlation_id !== event.data.correlationId) {
      return 'its correlation id is not the one in its data';
    }
    return hashEvent(event) === row.hash
      ? undefined
      : 'its content does not have its hash';
  } catch (error) {
    return `its data cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

function result(
  last: { sequence: number; hash: string },
  firstInvalid?: LedgerVerification['firstInvalid'],
): LedgerVerification {
  return {
    valid: firstInvalid === undefined,
    checked: last.sequence,
    lastSequence: last.sequence,
    lastHash: last.hash,
    ...(firstInvalid ? { firstInvalid } : {}),
  };
}
