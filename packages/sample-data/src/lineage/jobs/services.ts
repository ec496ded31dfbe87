import { index, lake, model, online, topic } from '../names';
import type { DatasetName, Datasets, SampleJob } from '../SampleJob';
import { helpIndexOf } from './helpIndexOf';

/** A service that answers all the time. */
function service(
  name: string,
  owner: string,
  reads: Datasets,
  writes: DatasetName[],
): SampleJob {
  return {
    platform: 'service',
    name,
    owner,
    reads,
    writes,
    schedule: { endless: 'service' },
  };
}

/** Services of the shop: what they answer from, and the events they leave behind. */
export const serviceJobs: SampleJob[] = [
  service('payment-gateway', 'checkout', [], [topic('card-payments')]),
  service('carrier-gateway', 'forecasting', [], [topic('carrier-events')]),
  service('web-shop', 'checkout', [], [topic('devices-seen')]),
  service(
    'checkout',
    'checkout',
    [model('us-prod', 'basket_recommender'), online('basket_affinity')],
    [topic('orders')],
  ),
  service(
    'fraud-scoring',
    'payments-fraud',
    [
      model('eu-prod', 'fraud_score'),
      online('card_activity'),
      online('device_profile'),
      online('account_standing'),
    ],
    [topic('fraud-decisions')],
  ),
  // What people search for decides what they see next: the graph has a loop here.
  service(
    'search',
    'search-ranking',
    [
      model('eu-prod', 'search_ranker'),
      model('eu-prod', 'product_embedding'),
      model('eu-prod', 'query_intent'),
      index('product-vectors'),
      online('product_popularity'),
      online('query_statistics'),
    ],
    [topic('search-queries'), topic('search-impressions')],
  ),
  service(
    'delivery-promise',
    'forecasting',
    [
      model('eu-prod', 'delivery_eta'),
      online('carrier_performance'),
      online('warehouse_load'),
    ],
    [topic('delivery-promises')],
  ),
  service(
    'help',
    'search-ranking',
    at => [model('eu-prod', 'help_assistant'), helpIndexOf(at)],
    [topic('help-conversations')],
  ),
  {
    platform: 'airflow',
    name: 'crawl_help.export_pages',
    owner: 'search-ranking',
    reads: [{ namespace: 'https://help.example.com', name: 'pages' }],
    writes: [{ namespace: 's3://datasets', name: 'help-pages' }],
    schedule: { everyHours: 24, at: '01:15' },
    minutes: 8,
  },
  {
    platform: 'airflow',
    name: 'index_help.build',
    owner: 'search-ranking',
    description: 'Cuts the help pages into passages; an index for each month',
    reads: [{ namespace: 's3://datasets', name: 'help-pages' }],
    writes: at => [helpIndexOf(at)],
    schedule: { everyHours: 168, at: 'Tue 02:00' },
    minutes: 18,
  },
  {
    platform: 'airflow',
    name: 'review_help.publish',
    owner: 'search-ranking',
    reads: [
      { namespace: 's3://datasets', name: 'help-pages' },
      lake('raw/events/help-conversations'),
    ],
    writes: [
      {
        namespace: 'postgres://warehouse.example.com:5432',
        name: 'help_questions_reviewed',
      },
    ],
    schedule: { everyHours: 168, at: 'Wed 10:00' },
    minutes: 2,
  },
];
