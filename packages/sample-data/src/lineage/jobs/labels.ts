import { exportsOf, lake, warehouse } from '../names';
import type { SampleJob } from '../SampleJob';

const labelled = warehouse('card_payments_labelled');
const payments = warehouse('payments.card_payments');
const chargebacks = warehouse('chargebacks');
const markets = ['de', 'es', 'fr', 'pl'];

/** How the data come about that models learn from and are measured with. */
export const labelJobs: SampleJob[] = [
  {
    platform: 'airflow',
    name: 'label_payments.build',
    owner: 'payments-fraud',
    description: 'Joins payments with what came back within 45 days',
    reads: [payments, chargebacks],
    writes: [labelled],
    schedule: { everyHours: 24, at: '09:00' },
    minutes: 40,
    error: 'AssertionError: 212 payments have two final labels',
    columns: [
      [labelled, 'payment_id', payments, 'payment_id'],
      [labelled, 'is_fraud', chargebacks, 'reason_code'],
      [labelled, 'label_source', chargebacks, 'reason_code'],
      [labelled, 'labelled_at', chargebacks, 'claimed_at'],
    ],
  },
  {
    platform: 'airflow',
    name: 'label_payments.hold_out',
    owner: 'payments-fraud',
    reads: [labelled],
    writes: [warehouse('card_payments_holdout')],
    schedule: { everyHours: 24, at: '10:00' },
    minutes: 5,
  },
  {
    platform: 'airflow',
    name: 'label_payments.hold_out_chargebacks',
    owner: 'payments-fraud',
    reads: [chargebacks, payments],
    writes: [warehouse('chargebacks_holdout')],
    schedule: { everyHours: 168, at: 'Sun 10:30' },
    minutes: 5,
  },
  {
    platform: 'notebook',
    name: 'coupon-review/import',
    owner: 'payments-fraud',
    reads: [warehouse('coupon_redemptions'), exportsOf('coupon-review')],
    writes: [warehouse('coupon_redemptions_labelled')],
    schedule: { everyHours: 168, at: 'Thu 13:00' },
    minutes: 3,
  },
  ...markets.map<SampleJob>(market => ({
    platform: 'airflow',
    name: `search_judgements.publish_${market}`,
    owner: 'search-ranking',
    reads: [
      warehouse('discovery.search_queries'),
      warehouse('product_catalogue'),
      exportsOf(`judgements/${market}`),
    ],
    writes: [warehouse(`search_judgements_${market}`)],
    schedule: { everyHours: 168, at: 'Fri 11:00' },
    minutes: 4,
  })),
  {
    platform: 'airflow',
    name: 'query_intents.publish',
    owner: 'search-ranking',
    reads: [warehouse('discovery.search_queries'), exportsOf('query-intents')],
    writes: [warehouse('query_intent_labelled')],
    schedule: { everyHours: 168, at: 'Fri 12:00' },
    minutes: 2,
  },
  {
    platform: 'airflow',
    name: 'delivery_labels.last_week',
    owner: 'forecasting',
    reads: [warehouse('deliveries')],
    writes: [warehouse('deliveries_last_week')],
    schedule: { everyHours: 24, at: '06:20' },
    minutes: 3,
  },
  {
    platform: 'airflow',
    name: 'delivery_labels.addresses',
    owner: 'checkout',
    reads: [warehouse('deliveries'), warehouse('storefront.orders')],
    writes: [warehouse('addresses_confirmed')],
    schedule: { everyHours: 168, at: 'Sat 04:00' },
    minutes: 9,
  },
  {
    platform: 'airflow',
    name: 'plan_stores.import_calendar',
    owner: 'forecasting',
    reads: [lake('raw/sheets/store-calendar')],
    writes: [warehouse('store_calendar_days')],
    schedule: { everyHours: 168, at: 'Mon 04:30' },
    minutes: 1,
  },
  {
    // Nobody signed up for it, like for the model that is measured with what it writes.
    platform: 'notebook',
    name: 'price-fixes/collect',
    reads: [warehouse('product_prices')],
    writes: [warehouse('price_corrections')],
    schedule: { everyHours: 168, at: 'Sun 23:00' },
    minutes: 2,
    error: "KeyError: 'reason'",
  },
];
