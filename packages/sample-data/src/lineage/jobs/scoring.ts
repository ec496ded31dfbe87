import { index, indexUs, model, offline, warehouse } from '../names';
import type { SampleJob } from '../SampleJob';

const demand = model('eu-prod', 'demand_forecast');

/** How models are used on stored data. */
export const scoringJobs: SampleJob[] = [
  {
    platform: 'airflow',
    name: 'score_chargebacks.score',
    owner: 'payments-fraud',
    description: 'Every open payment, every night',
    reads: [
      model('eu-prod', 'chargeback_risk'),
      warehouse('payments.card_payments'),
      offline('merchant_history'),
    ],
    writes: [warehouse('chargeback_scores')],
    schedule: { everyHours: 24, at: '08:40' },
    minutes: 26,
    error: 'mlflow.exceptions.MlflowException: no version has alias champion',
  },
  {
    platform: 'airflow',
    namespace: 'sap://finance',
    name: 'reserves.book_chargebacks',
    owner: 'data-platform',
    description: 'Stated by finance; its program sends no events',
    reads: [warehouse('chargeback_scores')],
    writes: [
      {
        namespace: 'oracle://finance-db.example.com:1521',
        name: 'FIN.RESERVES.CHARGEBACKS',
      },
    ],
    schedule: { declaredAt: '2026-10-05T08:00:00.000Z' },
  },
  {
    platform: 'spark',
    name: 'forecast_demand.predict',
    owner: 'forecasting',
    reads: [
      demand,
      offline('store_calendar'),
      offline('store_sales'),
      offline('price_position'),
      offline('weather_region'),
    ],
    writes: [warehouse('demand_by_store')],
    schedule: { everyHours: 24, at: '09:10' },
    minutes: 48,
  },
  {
    platform: 'airflow',
    name: 'replenish.propose_orders',
    owner: 'forecasting',
    reads: [warehouse('demand_by_store'), warehouse('stock_levels')],
    writes: [{ namespace: 's3://erp-drop', name: 'store-orders' }],
    schedule: { everyHours: 24, at: '10:30' },
    minutes: 14,
    after: ['delivery_labels.last_week'],
  },
  {
    platform: 'airflow',
    name: 'embed_products.build_index',
    owner: 'search-ranking',
    description: 'The same vectors for Europe and America',
    reads: [
      model('eu-prod', 'product_embedding'),
      warehouse('product_catalogue'),
    ],
    writes: [index('product-vectors'), indexUs('product-vectors')],
    schedule: { everyHours: 24, at: '11:00' },
    minutes: 65,
    error: 'opensearchpy.exceptions.ConnectionTimeout: search-us',
  },
  {
    platform: 'notebook',
    name: 'price-anomaly/watch',
    reads: [model('research', 'price_anomaly'), offline('price_position')],
    writes: [warehouse('reporting.price_alerts')],
    schedule: { everyHours: 24, at: '12:00' },
    minutes: 1,
  },
];
