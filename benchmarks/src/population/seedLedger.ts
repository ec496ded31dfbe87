import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { bulkInsert, Row } from '../databases/bulkInsert';
import { numberedId, Population } from './Population';

/** One promotion leaves about so many events. */
const EVENTS_PER_PROMOTION = 8;
const TIME = '2026-10-01T00:00:00.000Z';

/**
 * Fills the ledger with events of past promotions. They are chained by hashes
 * that are of no content: nothing that is measured verifies them.
 */
export async function seedLedger(
  knex: Knex,
  population: Population,
  events: number,
): Promise<void> {
  let last = '';
  function* rows(): Generator<Row> {
    for (let sequence = 1; sequence <= events; sequence += 1) {
      const hash = createHash('sha256').update(`${sequence}`).digest('hex');
      yield eventRow(population, { sequence, hash, before: last || hash });
      last = hash;
    }
  }
  await bulkInsert(knex, 'event', rows());
  await knex('event_head').where({ id: 1 }).update({
    sequence: events,
    hash: last,
  });
}

function eventRow(
  { models }: Population,
  chain: { sequence: number; hash: string; before: string },
): Row {
  const { sequence, hash, before } = chain;
  const promotion = numberedId(
    '01F',
    Math.ceil(sequence / EVENTS_PER_PROMOTION),
  );
  const model = models[sequence % models.length];
  return {
    sequence,
    id: numberedId('01E', sequence),
    type: 'dev.understudy.promotion.gate.finished',
    source: `/api/ml/promotions/${promotion}`,
    subject: `${model.ref}@1`,
    subject_id: model.subjectId,
    correlation_id: promotion,
    time: TIME,
    data: JSON.stringify({
      action: 'promotion.gate.finished',
      actor: { kind: 'user', ref: 'user:default/payments-scientist' },
      after: { gate: 'ranks-well', status: 'pass', blocks: false, attempt: 1 },
      before: { state: 'evaluating' },
      correlationId: promotion,
      evidence: [
        { kind: 'metric', ref: `${model.ref}@1`, summary: 'roc_auc = 0.91' },
      ],
      object: { kind: 'Promotion', ref: promotion, revision: 2 },
      policyDigest: hash,
    }),
    prev_hash: before,
    hash,
  };
}
