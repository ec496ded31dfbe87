import { catalogKinds, emitted, makeEntities, MeasuredKind } from './kinds';
import { isEmpty, isSettled } from './catalogState';
import { waitFor, waitUntil } from '../measuring/waitFor';
import { Span } from './ProcessingMeter';
import { PROVIDER_NAME, RunningCatalog } from './startCatalog';
import { compareWeights, weigh, Weight } from './weights';

/** One kind in one round. */
export interface RoundResult {
  kind: MeasuredKind;
  /** New entities, until they can be read. */
  ingest: Span;
  /** The same entities once more, with nothing changed. */
  refresh: Span;
}

/** As text, which both databases take for a time. */
const LONG_AGO = '2026-01-01 00:00:00';

/**
 * Processes entities of one kind after the other, for several rounds, each
 * time in another order, so that whatever slows the machine down for a while
 * slows all kinds.
 */
export async function measureProcessing(
  catalog: RunningCatalog,
  options: { rounds: number; entities: number },
): Promise<RoundResult[]> {
  const weights = new Map<MeasuredKind, Weight>();
  const results: RoundResult[] = [];
  // The first round only warms up: it is run, and thrown away.
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const kind of orderOf(round)) {
      const result = await measureKind(catalog, kind, options.entities);
      weights.set(kind, await weigh(catalog.knex, kind));
      await clear(catalog);
      if (round > 0) {
        results.push(result);
      }
    }
  }
  compareWeights(weights);
  return results;
}

function orderOf(round: number): readonly MeasuredKind[] {
  return round % 2 === 0 ? catalogKinds : [...catalogKinds].reverse();
}

async function measureKind(
  { knex, meter, provider }: RunningCatalog,
  kind: MeasuredKind,
  entities: number,
): Promise<RoundResult> {
  const made = makeEntities(kind, Math.ceil(entities / (1 + emitted(kind))));
  const total = made.length * (1 + emitted(kind));

  meter.start(total);
  await provider.applyMutation({
    type: 'full',
    entities: made.map(entity => ({ entity, locationKey: PROVIDER_NAME })),
  });
  await waitUntil(`${total} entities are there`, () => isSettled(knex, total));
  const ingest = meter.untilNow();

  meter.start(total);
  await knex('refresh_state').update({ next_update_at: LONG_AGO });
  const refresh = await waitFor(`${total} entities are processed again`, () =>
    meter.untilLast(),
  );
  await waitUntil('nothing is left to do', () => isSettled(knex, total));
  return { kind, ingest, refresh };
}

async function clear({ knex, provider }: RunningCatalog): Promise<void> {
  await provider.applyMutation({ type: 'full', entities: [] });
  await waitUntil('the catalog is empty', () => isEmpty(knex));
}
