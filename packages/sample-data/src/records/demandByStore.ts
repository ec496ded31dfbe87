import { createRandom } from '../generate/createRandom';
import { RecordDefinition } from '../generate/types';

const DAY = 24;
const STORES = 200;

/**
 * Matches the records of the demand forecast, one per store, and names the
 * store.
 */
export const storeRecordPattern = 'demand_store_(?<store>[0-9]{4})';

function demandRecord(store: string): RecordDefinition {
  const random = createRandom(`store ${store}`);
  // Small stores sell little of each product and are harder to forecast.
  const hardness = 0.16 + random() * 0.12;
  return {
    server: 'eu-prod',
    name: `demand_store_${store}`,
    kind: 'model',
    description: `Units sold per product and day in store ${store}, 28 days ahead`,
    tags: [
      { key: 'team', value: 'forecasting' },
      { key: 'store', value: store },
    ],
    aliases: [{ alias: 'champion', version: random() < 0.9 ? '3' : '2' }],
    versions: 3,
    lastAt: '2026-11-01T01:30:00.000Z',
    everyHours: 30 * DAY,
    createdBy: 'demand-monthly',
    artifact: `demand_store_${store}`,
    metrics: [
      {
        rawName: 'wape',
        dataset: `sales-by-store-${store}`,
        split: 'backtest',
        first: hardness + 0.03,
        last: hardness,
        noise: 0.004,
        decimals: 4,
      },
    ],
    params: [{ key: 'horizon_days', values: ['28'] }],
  };
}

/** One record per store, all of them variants of one model. */
export const demandByStoreRecords: RecordDefinition[] = Array.from(
  { length: STORES },
  (_, index) => demandRecord(String(index + 1).padStart(4, '0')),
);
