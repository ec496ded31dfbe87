import { RecordDefinition } from '../generate/types';

const DAY = 24;

/** What the forecasting team has registered under one name per model. */
export const forecastingRecords: RecordDefinition[] = [
  {
    server: 'eu-prod',
    name: 'delivery_eta',
    kind: 'model',
    description: 'Hours until a parcel arrives; trained again every night',
    tags: [
      { key: 'team', value: 'forecasting' },
      { key: 'framework', value: 'catboost' },
    ],
    aliases: [{ alias: 'champion', version: '298' }],
    versions: 300,
    lastAt: '2026-11-20T02:40:00.000Z',
    everyHours: DAY,
    createdBy: 'eta-nightly',
    artifact: 'delivery_eta',
    metrics: [
      {
        rawName: 'mae_hours',
        dataset: 'deliveries-last-week',
        split: 'test',
        first: 5.1,
        last: 3.4,
        noise: 0.09,
        decimals: 3,
      },
      {
        rawName: 'on_time_share',
        dataset: 'deliveries-last-week',
        split: 'test',
        first: 0.871,
        last: 0.934,
        noise: 0.004,
        decimals: 4,
      },
    ],
    params: [
      { key: 'depth', values: ['6', '8', '8'] },
      { key: 'training_window_days', values: ['35', '56'] },
    ],
    signature: {
      inputs: [
        { name: 'warehouse', type: 'string', required: true },
        { name: 'carrier', type: 'string', required: true },
        { name: 'distance_km', type: 'double', required: true },
        { name: 'ordered_at_hour', type: 'long', required: true },
      ],
      outputs: [{ name: 'hours', type: 'double', required: true }],
    },
    components: () => [
      {
        role: 'featureView',
        ref: 'featureview:default/carrier-performance',
        version: '1',
      },
    ],
  },
  {
    server: 'research',
    name: 'price_anomaly',
    kind: 'model',
    description: 'Marks prices that look like typing mistakes',
    tags: [{ key: 'framework', value: 'scikit-learn' }],
    aliases: [],
    versions: 7,
    lastAt: '2026-06-11T15:00:00.000Z',
    everyHours: 9 * DAY,
    createdBy: 'notebook',
    artifact: 'price_anomaly',
    metrics: [
      {
        rawName: 'precision@50',
        dataset: 'price-corrections',
        split: 'test',
        first: 0.52,
        last: 0.7,
        noise: 0.02,
        decimals: 2,
      },
    ],
    params: [{ key: 'contamination', values: ['0.01', '0.005'] }],
  },
  {
    undescribed: true,
    server: 'research',
    name: 'returns_rate_forecast',
    kind: 'model',
    description: 'Share of sold items that come back, by category and week',
    tags: [{ key: 'framework', value: 'statsmodels' }],
    aliases: [],
    versions: 4,
    lastAt: '2026-11-11T13:25:00.000Z',
    everyHours: 6 * DAY,
    createdBy: 'notebook',
    artifact: 'returns_rate_forecast',
    metrics: [
      {
        rawName: 'wape',
        dataset: 'returns-by-week',
        split: 'test',
        first: 0.31,
        last: 0.24,
        noise: 0.01,
        decimals: 3,
      },
    ],
    params: [{ key: 'season_length', values: ['52'] }],
  },
];
