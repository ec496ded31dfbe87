import { keyOf } from './keyOf';
import { offline, topic, warehouse } from './names';
import type { DatasetName } from './SampleJob';

/** Fields as `name type`, separated by commas, as the tools report them. */
type Fields = string;

/**
 * Of the datasets whose tool reports their fields. Where the catalog describes
 * the same dataset, the names are those of the catalog.
 */
const schemas: [DatasetName, Fields][] = [
  [
    topic('card-payments'),
    'payment_id string, card_token string, amount_eur decimal(12;2), merchant_category string, card_country string, answer string, paid_at timestamp',
  ],
  [
    warehouse('payments.card_payments'),
    'payment_id varchar, card_token varchar, amount_eur numeric(12;2), merchant_category varchar, card_country varchar, answer varchar, paid_at timestamp',
  ],
  [
    warehouse('card_payments_labelled'),
    'payment_id varchar, is_fraud boolean, label_source varchar, labelled_at timestamp',
  ],
  [
    warehouse('card_payments_holdout'),
    'payment_id varchar, is_fraud boolean, market varchar',
  ],
  [
    warehouse('chargebacks'),
    'payment_id varchar, reason_code varchar, amount_eur numeric(12;2), claimed_at timestamp',
  ],
  [
    warehouse('chargeback_scores'),
    'payment_id varchar, chargeback_probability float8, scored_at timestamp, model_version varchar',
  ],
  [
    warehouse('merchants'),
    'merchant_id varchar, category varchar, country varchar, since date',
  ],
  [
    warehouse('storefront.orders'),
    'order_id varchar, account_id varchar, lines jsonb, placed_at timestamp, state varchar',
  ],
  [
    warehouse('discovery.search_queries'),
    'query_id varchar, query varchar, market varchar, searched_at timestamp',
  ],
  [
    warehouse('search_clicks'),
    'query_id varchar, product_id varchar, place int4, clicked boolean, bought boolean, market varchar',
  ],
  [
    warehouse('product_catalogue'),
    'product_id varchar, name varchar, category varchar, brand varchar, in_stock boolean',
  ],
  [
    warehouse('product_prices'),
    // Its contract promises a decimal.
    'product_id varchar, market varchar, price_eur float8, valid_from timestamp',
  ],
  [
    warehouse('stock_levels'),
    'product_id varchar, warehouse varchar, units int4, at timestamp',
  ],
  [
    offline('merchant_history'),
    'merchant_id varchar, merchant_chargeback_rate_90d float8, merchant_refund_rate_90d float8, merchant_age_days int8, payments_per_day_30d float8, amount_p95_30d float8, share_foreign_cards float8, categories_sold int8, days_since_sale int8',
  ],
  [
    warehouse('staging.orders'),
    'id varchar, account_id varchar, created_at timestamp, state varchar',
  ],
  [
    warehouse('staging.order_lines'),
    'order_id varchar, product_id varchar, units int4, price_eur numeric(10;2)',
  ],
];

/** A field as the schema facet has it. */
export interface SchemaField {
  name: string;
  type: string;
}

const byName = new Map(
  schemas.map(([dataset, fields]) => [keyOf(dataset), readFields(fields)]),
);

/** The fields of a dataset, if its tool reports them. */
export function schemaOf(dataset: DatasetName): SchemaField[] | undefined {
  return byName.get(keyOf(dataset));
}

/** Every dataset with fields. */
export const datasetsWithSchema = schemas.map(([dataset]) => dataset);

function readFields(fields: Fields): SchemaField[] {
  return fields.split(/,\s+/).map(field => {
    const [name, type] = field.split(' ');
    return { name, type: type.replace(';', ',') };
  });
}
