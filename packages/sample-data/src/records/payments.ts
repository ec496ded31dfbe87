import { RecordDefinition } from '../generate/types';

const DAY = 24;
const WEEK = 7 * DAY;

/** What the payments fraud team has registered. */
export const paymentsRecords: RecordDefinition[] = [
  {
    server: 'eu-prod',
    name: 'fraud_score',
    kind: 'model',
    description:
      'Gradient-boosted trees that score a card payment before it is authorised',
    tags: [
      { key: 'team', value: 'payments-fraud' },
      { key: 'framework', value: 'lightgbm' },
    ],
    aliases: [{ alias: 'challenger', version: '43' }],
    versions: 44,
    lastAt: '2026-11-16T05:12:00.000Z',
    everyHours: WEEK,
    createdBy: 'payments-training',
    artifact: 'fraud_score',
    metrics: [
      {
        rawName: 'roc_auc',
        dataset: 'card-payments-holdout',
        split: 'test',
        first: 0.871,
        last: 0.914,
        noise: 0.0018,
        decimals: 4,
        exceptions: [
          { version: 40, value: 0.9098 },
          { version: 41, value: 0.9112 },
          { version: 42, value: 0.9127 },
          { version: 43, value: 0.8874 },
          { version: 44, value: 0.9146 },
        ],
      },
      {
        rawName: 'roc_auc',
        dataset: 'card-payments-labelled',
        split: 'train',
        first: 0.902,
        last: 0.931,
        noise: 0.001,
        decimals: 4,
      },
      {
        rawName: 'avg_precision',
        dataset: 'card-payments-holdout',
        split: 'test',
        first: 0.402,
        last: 0.487,
        noise: 0.006,
        decimals: 4,
      },
      {
        rawName: 'recall_at_1pct_fpr',
        dataset: 'card-payments-holdout',
        split: 'test',
        first: 0.51,
        last: 0.63,
        noise: 0.008,
        decimals: 3,
      },
      {
        rawName: 'latency_p99_ms',
        first: 31,
        last: 24,
        noise: 1.1,
        decimals: 1,
      },
    ],
    params: [
      { key: 'num_leaves', values: ['63', '127', '127', '255'] },
      { key: 'learning_rate', values: ['0.1', '0.05', '0.05', '0.03'] },
      { key: 'scale_pos_weight', values: ['40', '55'] },
      { key: 'training_window_days', values: ['90', '180'] },
    ],
    signature: {
      inputs: [
        { name: 'amount_eur', type: 'double', required: true },
        { name: 'merchant_category', type: 'string', required: true },
        { name: 'card_country', type: 'string', required: true },
        { name: 'payments_last_hour', type: 'long', required: true },
        { name: 'declines_last_day', type: 'long', required: true },
        { name: 'device_age_days', type: 'long', required: false },
      ],
      outputs: [
        { name: 'score', type: 'double', required: true },
        { name: 'reason_code', type: 'string', required: false },
      ],
    },
    components: number => [
      {
        role: 'featureView',
        ref: 'featureview:default/card-activity',
        version: number < 30 ? '1' : '2',
      },
      {
        role: 'featureView',
        ref: 'featureview:default/device-profile',
        version: '1',
      },
    ],
    notes: [
      {
        version: 43,
        text: 'Trained while the chargeback feed was two days late: do not use',
      },
      { version: 44, text: 'Retrained after the chargeback feed caught up' },
    ],
  },
  {
    server: 'eu-prod',
    name: 'chargeback_risk',
    kind: 'model',
    description:
      'Probability that a settled payment comes back as a chargeback',
    tags: [
      { key: 'team', value: 'payments-fraud' },
      { key: 'framework', value: 'xgboost' },
    ],
    aliases: [{ alias: 'champion', version: '11' }],
    versions: 12,
    lastAt: '2026-11-02T03:40:00.000Z',
    everyHours: 30 * DAY,
    createdBy: 'payments-training',
    artifact: 'chargeback_risk',
    metrics: [
      {
        rawName: 'val_auc',
        dataset: 'chargebacks-holdout',
        split: 'validation',
        first: 0.774,
        last: 0.812,
        noise: 0.003,
        decimals: 4,
      },
      {
        rawName: 'brier',
        dataset: 'chargebacks-holdout',
        split: 'validation',
        first: 0.0211,
        last: 0.0184,
        noise: 0.0003,
        decimals: 5,
      },
    ],
    params: [
      { key: 'max_depth', values: ['6', '8'] },
      { key: 'eta', values: ['0.1', '0.07', '0.05'] },
    ],
    signature: {
      inputs: [
        { name: 'amount_eur', type: 'double', required: true },
        {
          name: 'merchant_chargeback_rate_90d',
          type: 'double',
          required: true,
        },
        { name: 'fraud_score', type: 'double', required: true },
      ],
      outputs: [
        { name: 'chargeback_probability', type: 'double', required: true },
      ],
    },
    components: () => [
      {
        role: 'featureView',
        ref: 'featureview:default/merchant-history',
        version: '1',
      },
    ],
  },
  {
    server: 'research',
    name: 'coupon_abuse',
    kind: 'model',
    description:
      'Finds accounts that were opened to use a welcome coupon again',
    tags: [{ key: 'framework', value: 'scikit-learn' }],
    aliases: [],
    versions: 6,
    lastAt: '2026-09-28T14:05:00.000Z',
    everyHours: 11 * DAY,
    createdBy: 'notebook',
    artifact: 'coupon_abuse',
    metrics: [
      {
        rawName: 'f1',
        dataset: 'coupon-redemptions-labelled',
        split: 'test',
        first: 0.58,
        last: 0.66,
        noise: 0.012,
        decimals: 3,
      },
    ],
    params: [{ key: 'n_estimators', values: ['200', '400'] }],
    signature: {
      inputs: [
        { name: 'account_age_days', type: 'long', required: true },
        { name: 'shared_device_accounts', type: 'long', required: true },
      ],
      outputs: [{ name: 'abuse_probability', type: 'double', required: true }],
    },
  },
];
