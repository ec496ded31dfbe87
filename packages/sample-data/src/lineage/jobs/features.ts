import { offline, online, topic, warehouse } from '../names';
import type { DatasetName, SampleJob } from '../SampleJob';

const orders = warehouse('storefront.orders');

/** A view that is computed every night. */
function batch(
  view: string,
  owner: string,
  reads: DatasetName[],
  more: Partial<SampleJob> = {},
): SampleJob {
  return {
    platform: 'airflow',
    name: `features.${view}`,
    owner,
    reads,
    writes: [offline(view)],
    schedule: { everyHours: 24, at: '06:00' },
    minutes: 15,
    ...more,
  };
}

/** A view that is computed from a stream, for both stores at once. */
function stream(view: string, owner: string, reads: DatasetName[]): SampleJob {
  return {
    platform: 'flink',
    name: view.replaceAll('_', '-'),
    owner,
    reads,
    writes: [online(view), offline(view)],
    schedule: { endless: 'streaming' },
  };
}

/** Views whose offline tables are copied to the online store. */
const materialized = [
  'account_standing',
  'carrier_performance',
  'device_profile',
  'price_position',
  'product_popularity',
  'query_statistics',
  'shopper_preferences',
];

/** How feature views are computed and brought to where they are read. */
export const featureJobs: SampleJob[] = [
  stream('card_activity', 'feature-platform', [topic('card-payments')]),
  stream('checkout_session', 'checkout', [topic('orders')]),
  stream('warehouse_load', 'forecasting', [
    topic('orders'),
    warehouse('warehouse_shifts'),
  ]),
  batch('device_profile', 'feature-platform', [
    warehouse('payments.devices_seen'),
  ]),
  batch(
    'merchant_history',
    'payments-fraud',
    [
      warehouse('payments.card_payments'),
      warehouse('chargebacks'),
      warehouse('merchants'),
    ],
    {
      error: 'psycopg2.errors.LockNotAvailable: could not obtain lock',
      columns: [
        [
          offline('merchant_history'),
          'merchant_chargeback_rate_90d',
          warehouse('chargebacks'),
          'payment_id',
        ],
        [
          offline('merchant_history'),
          'merchant_age_days',
          warehouse('merchants'),
          'since',
        ],
        [
          offline('merchant_history'),
          'amount_p95_30d',
          warehouse('payments.card_payments'),
          'amount_eur',
        ],
      ],
    },
  ),
  batch('account_standing', 'payments-fraud', [
    warehouse('customer_accounts'),
    orders,
    warehouse('disputes'),
    warehouse('payments.devices_seen'),
  ]),
  batch(
    'product_popularity',
    'feature-platform',
    [warehouse('search_clicks'), orders, warehouse('product_catalogue')],
    { error: 'MemoryError: Unable to allocate 11.2 GiB' },
  ),
  batch('product_facts', 'feature-platform', [
    warehouse('product_catalogue'),
    warehouse('product_prices'),
  ]),
  batch('query_statistics', 'search-ranking', [
    warehouse('discovery.search_queries'),
    warehouse('search_clicks'),
  ]),
  // The team that ran it was dissolved in summer; nobody switched the readers off.
  batch('basket_affinity', 'search-ranking', [warehouse('baskets_completed')], {
    writes: [offline('basket_affinity'), online('basket_affinity')],
    schedule: {
      everyHours: 24,
      at: '06:00',
      until: '2026-07-14T12:00:00.000Z',
    },
  }),
  batch('shopper_preferences', 'checkout', [
    orders,
    warehouse('customer_accounts'),
  ]),
  batch('carrier_performance', 'feature-platform', [warehouse('deliveries')]),
  batch('store_calendar', 'forecasting', [warehouse('store_calendar_days')]),
  batch('store_sales', 'forecasting', [
    warehouse('supply.sales_by_store'),
    warehouse('stock_levels'),
  ]),
  batch('price_position', 'feature-platform', [warehouse('product_prices')]),
  batch('weather_region', 'data-platform', [warehouse('weather_by_day')]),
  {
    platform: 'airflow',
    name: 'feast.materialize_incremental',
    owner: 'feature-platform',
    description: 'Copies what is new in offline tables to the online store',
    reads: materialized.map(offline),
    writes: materialized.map(online),
    pairwise: true,
    schedule: { everyHours: 24, at: '06:45' },
    minutes: 22,
    error: 'redis.exceptions.BusyLoadingError: Redis is loading the dataset',
  },
];
