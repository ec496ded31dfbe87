import {
  dayOf,
  lake,
  paymentsTable,
  shopTable,
  stockTable,
  topic,
  warehouse,
} from '../names';
import type { SampleJob } from '../SampleJob';

const shop = [
  'accounts',
  'baskets',
  'coupons',
  'order_lines',
  'orders',
  'prices',
  'products',
  'returns',
];
const payments = ['disputes', 'merchants'];
const stock = ['shifts', 'stock'];
const changes = [...shop, ...payments, ...stock];

const events = [
  'card-payments',
  'carrier-events',
  'delivery-promises',
  'devices-seen',
  'fraud-decisions',
  'help-conversations',
  'orders',
  'search-impressions',
  'search-queries',
];

const dataPlatform = { owner: 'data-platform' } as const;

/** How data come in: changes of databases, events of services, files of partners. */
export const ingestionJobs: SampleJob[] = [
  {
    ...dataPlatform,
    platform: 'debezium',
    name: 'shop.0',
    description: 'Changes of the shop database, as they happen',
    reads: shop.map(table => shopTable(`shop.public.${table}`)),
    writes: shop.map(table => topic(`cdc.shop.${table}`)),
    pairwise: true,
    schedule: { endless: 'streaming' },
  },
  {
    ...dataPlatform,
    platform: 'debezium',
    name: 'payments.0',
    reads: payments.map(table => paymentsTable(`payments.${table}`)),
    writes: payments.map(table => topic(`cdc.payments.${table}`)),
    pairwise: true,
    schedule: { endless: 'streaming' },
  },
  {
    ...dataPlatform,
    platform: 'debezium',
    name: 'wms.0',
    reads: stock.map(table => stockTable(`wms.dbo.${table}`)),
    writes: stock.map(table => topic(`cdc.wms.${table}`)),
    pairwise: true,
    schedule: { endless: 'streaming' },
  },
  {
    ...dataPlatform,
    platform: 'spark',
    name: 'land_events.write_stream',
    description: 'Keeps every event of every topic in the lake',
    reads: events.map(topic),
    writes: events.map(name => lake(`raw/events/${name}`)),
    pairwise: true,
    schedule: { endless: 'streaming' },
  },
  {
    ...dataPlatform,
    platform: 'spark',
    name: 'load_changes.merge_into_command',
    description: 'Brings copies of tables up to date with their changes',
    reads: [
      ...shop.map(table => topic(`cdc.shop.${table}`)),
      ...payments.map(table => topic(`cdc.payments.${table}`)),
      ...stock.map(table => topic(`cdc.wms.${table}`)),
    ],
    writes: changes.map(table => warehouse(`staging.${table}`)),
    pairwise: true,
    schedule: { everyHours: 12, at: '00:20' },
    minutes: 25,
    error: 'org.apache.spark.SparkException: Job aborted due to stage failure',
  },
  {
    ...dataPlatform,
    platform: 'airflow',
    name: 'ingest_acquirers.load_chargebacks',
    description: 'One file a day from each acquirer',
    reads: at => [
      dayOf({ namespace: 's3://acquirer-drop', name: 'chargebacks' }, at),
    ],
    writes: [warehouse('chargebacks')],
    schedule: { everyHours: 24, at: '08:10' },
    minutes: 12,
    error: "FileNotFoundError: no file of acquirer 'nordpay' for yesterday",
  },
  {
    ...dataPlatform,
    platform: 'airflow',
    name: 'ingest_weather.fetch',
    reads: [{ namespace: 'https://weather.example.com', name: 'v2/regions' }],
    writes: at => [dayOf(lake('raw/weather'), at)],
    schedule: { everyHours: 24, at: '04:00' },
    minutes: 3,
    error: 'requests.exceptions.ReadTimeout: read timed out after 30 s',
  },
  {
    ...dataPlatform,
    platform: 'airflow',
    name: 'ingest_weather.load',
    reads: at => [dayOf(lake('raw/weather'), at)],
    writes: [warehouse('weather_by_day')],
    schedule: { everyHours: 24, at: '04:10' },
    minutes: 4,
  },
  {
    ...dataPlatform,
    platform: 'airflow',
    name: 'ingest_stores.load_sales',
    description: 'What the tills of 200 stores sold',
    reads: [{ namespace: 's3://pos-drop', name: 'sales' }],
    writes: [warehouse('supply.sales_by_store')],
    schedule: { everyHours: 24, at: '03:30' },
    minutes: 35,
    error: 'ValueError: store 0117 sent the file of the day before',
  },
];
