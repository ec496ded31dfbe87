import { lake, warehouse } from '../names';
import type { DatasetName, SampleJob } from '../SampleJob';

const staging = (name: string) => warehouse(`staging.${name}`);
const events = (name: string) => lake(`raw/events/${name}`);
const orders = warehouse('storefront.orders');

/** One table of the warehouse, built by dbt every night. */
function table(
  to: DatasetName,
  reads: DatasetName[],
  more: Partial<SampleJob> = {},
): SampleJob {
  return {
    platform: 'dbt',
    name: `warehouse.${to.name}.run`,
    parent: 'dbt-run-warehouse',
    owner: 'data-platform',
    reads,
    writes: [to],
    schedule: { everyHours: 24, at: '05:00' },
    minutes: 6,
    ...more,
  };
}

/** The tables that everything else is made from. */
export const warehouseJobs: SampleJob[] = [
  table(warehouse('payments.card_payments'), [events('card-payments')], {
    error: 'Database Error: canceling statement due to statement timeout',
  }),
  table(warehouse('payments.devices_seen'), [events('devices-seen')]),
  table(orders, [staging('orders'), staging('order_lines')], {
    columns: [
      [orders, 'order_id', staging('orders'), 'id'],
      [orders, 'account_id', staging('orders'), 'account_id'],
      [orders, 'lines', staging('order_lines'), 'product_id'],
      [orders, 'lines', staging('order_lines'), 'units'],
      [orders, 'placed_at', staging('orders'), 'created_at'],
      [orders, 'state', staging('orders'), 'state'],
    ],
  }),
  table(warehouse('customer_accounts'), [staging('accounts')]),
  table(warehouse('merchants'), [staging('merchants')]),
  table(warehouse('disputes'), [staging('disputes')], {
    owner: 'payments-fraud',
  }),
  table(warehouse('coupon_redemptions'), [staging('coupons')]),
  table(warehouse('discovery.search_queries'), [events('search-queries')]),
  table(
    warehouse('search_clicks'),
    [
      events('search-impressions'),
      warehouse('discovery.search_queries'),
      orders,
    ],
    {
      error: 'Database Error: could not extend file: No space left on device',
      columns: [
        [
          warehouse('search_clicks'),
          'query_id',
          warehouse('discovery.search_queries'),
          'query_id',
        ],
        [
          warehouse('search_clicks'),
          'clicked',
          events('search-impressions'),
          'clicked',
        ],
        [warehouse('search_clicks'), 'bought', orders, 'lines'],
        [
          warehouse('search_clicks'),
          'market',
          warehouse('discovery.search_queries'),
          'market',
        ],
      ],
    },
  ),
  table(warehouse('product_catalogue'), [staging('products')]),
  table(warehouse('product_prices'), [staging('prices')]),
  table(warehouse('baskets_completed'), [staging('baskets'), orders]),
  table(warehouse('stock_levels'), [staging('stock')]),
  table(warehouse('warehouse_shifts'), [staging('shifts')], {
    owner: 'forecasting',
  }),
  table(warehouse('deliveries'), [events('carrier-events'), orders], {
    columns: [
      [warehouse('deliveries'), 'order_id', orders, 'order_id'],
      [
        warehouse('deliveries'),
        'delivered_at',
        events('carrier-events'),
        'scanned_at',
      ],
    ],
  }),
  table(warehouse('returns_by_week'), [staging('returns'), orders], {
    schedule: { everyHours: 168, at: 'Mon 06:00' },
  }),
  table(
    warehouse('reporting.fraud_daily'),
    [
      events('fraud-decisions'),
      warehouse('payments.card_payments'),
      warehouse('disputes'),
    ],
    { owner: 'payments-fraud', schedule: { everyHours: 24, at: '06:30' } },
  ),
  table(
    warehouse('reporting.search_quality'),
    [warehouse('search_clicks'), warehouse('search_judgements_de')],
    { owner: 'search-ranking', schedule: { everyHours: 24, at: '07:00' } },
  ),
  table(
    warehouse('reporting.promises_kept'),
    [events('delivery-promises'), warehouse('deliveries')],
    { owner: 'forecasting', schedule: { everyHours: 24, at: '06:40' } },
  ),
  {
    platform: 'dbt',
    name: 'warehouse.tests',
    parent: 'dbt-test-warehouse',
    owner: 'data-platform',
    description: 'Runs the tests of the warehouse',
    reads: [
      orders,
      warehouse('payments.card_payments'),
      warehouse('card_payments_labelled'),
      warehouse('product_catalogue'),
      warehouse('search_clicks'),
      warehouse('help_questions_reviewed'),
    ],
    writes: [],
    schedule: { everyHours: 24, at: '07:30' },
    minutes: 9,
    assertions: [
      { dataset: orders, assertion: 'unique', column: 'order_id' },
      { dataset: orders, assertion: 'not_null', column: 'placed_at' },
      {
        dataset: warehouse('payments.card_payments'),
        assertion: 'not_null',
        column: 'amount_eur',
      },
      {
        dataset: warehouse('payments.card_payments'),
        assertion: 'unique',
        column: 'payment_id',
        failsPercent: 10,
      },
      {
        dataset: warehouse('card_payments_labelled'),
        assertion: 'share_of_fraud_between',
        column: 'is_fraud',
        failsPercent: 100,
      },
      {
        dataset: warehouse('card_payments_labelled'),
        assertion: 'not_null',
        column: 'is_fraud',
      },
      {
        dataset: warehouse('product_catalogue'),
        assertion: 'not_null',
        column: 'name',
      },
      {
        dataset: warehouse('search_clicks'),
        assertion: 'row_count_at_least',
        failsPercent: 20,
      },
      {
        dataset: warehouse('help_questions_reviewed'),
        assertion: 'rows_per_locale_at_least',
        column: 'locale',
        failsPercent: 100,
      },
    ],
  },
];
