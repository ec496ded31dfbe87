import { Contract, Field } from '@understudy/contracts';
import { buildContract, buildField } from './contractBuilders';

const OUTPUTS: Record<string, Field> = {
  score: buildField('score', 'float64', {
    role: 'score',
    critical: true,
    description: 'How likely the payment is fraud',
    constraints: { min: 0, max: 1 },
    quality: [
      {
        id: 'score-there',
        metric: 'nullValues',
        op: '<=',
        value: 0.1,
        unit: 'percent',
      },
    ],
  }),
  reason_code: buildField('reason_code', 'string', {
    nullable: true,
    description: 'What weighed most in the score',
    classification: 'internal',
    deprecated: {
      since: '2.3.0',
      removeAfter: '2027-01-31',
      replacement: 'explanation',
      reason: 'One reason is too few.',
    },
  }),
  model_version: buildField('model_version', 'string', {
    required: false,
    role: 'metadata',
  }),
  explanation: buildField(
    'explanation',
    {
      kind: 'array',
      maxItems: 5,
      items: {
        kind: 'object',
        unknown: 'ignore',
        fields: [buildField('feature', 'string'), buildField('weight')],
      },
    },
    { required: false, role: 'explanation' },
  ),
};

/** The contract of the fraud model with some of its outputs. */
export function sampleFraudContract(
  version: string,
  outputs: string[],
  status: Contract['metadata']['status'] = 'active',
): Contract {
  return buildContract(
    {
      ports: [
        {
          name: 'inputs',
          direction: 'in',
          schema: {
            kind: 'object',
            unknown: 'reject',
            fields: [
              buildField(
                'amount',
                { kind: 'scalar', type: 'decimal', precision: 12, scale: 2 },
                { unit: 'EUR', constraints: { min: 0 } },
              ),
              buildField('payments_1h', 'int64', {
                default: { value: 0 },
                classification: 'confidential',
                personalData: ['indirect'],
              }),
              buildField('merchant_vector', {
                kind: 'vector',
                dtype: 'float32',
                length: 64,
                metric: 'cosine',
                spaceId: 'merchant-encoder@7',
              }),
              buildField('channel', {
                kind: 'enum',
                base: 'string',
                symbols: ['web', 'app', 'terminal', 'phone', 'mail'],
              }),
            ],
          },
        },
        {
          name: 'outputs',
          direction: 'out',
          schema: {
            kind: 'object',
            unknown: 'ignore',
            fields: outputs.map(name => OUTPUTS[name]),
          },
        },
      ],
      serviceLevels: {
        latencyMs: { p50: 12, p99: 45 },
        measuredAt: 'server',
        throughputRps: 1200,
        availability: 0.9995,
        freshness: 'PT5M',
        deprecationNotice: 'P60D',
        metricFloors: [{ name: 'auc', atLeast: 0.9 }],
      },
      errors: [
        {
          code: 'FEATURES_MISSING',
          httpStatus: 503,
          retryable: true,
          meaning: 'The feature store did not answer in time',
          fallback: 'champion',
        },
      ],
      protocol: { name: 'oip-v2-http', version: '2', flavors: ['sklearn'] },
      terms: {
        purposes: ['fraud-prevention'],
        retention: 'P90D',
        sharing: 'internal',
      },
      capabilities: ['explain', 'batch'],
    },
    { version, status },
  );
}
