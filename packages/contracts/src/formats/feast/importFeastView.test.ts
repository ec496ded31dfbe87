import { FieldType } from '../../fields/FieldType';
import { validateContract } from '../../validation/validateContract';
import { importFeastService } from './importFeastService';
import { importFeastView } from './importFeastView';

/** As `feast feature-views describe` prints it, but for the JSON. */
const view = {
  spec: {
    name: 'card_activity',
    project: 'payments',
    entities: ['card'],
    entityColumns: [{ name: 'card_id', valueType: 'INT64' }],
    features: [
      {
        name: 'spend_7d',
        valueType: 'DOUBLE',
        description: 'Spent in seven days',
        tags: { unit: 'EUR', pii: '' },
      },
      {
        name: 'embedding',
        valueType: 'FLOAT_LIST',
        vectorIndex: true,
        vectorLength: 64,
        vectorSearchMetric: 'COSINE',
      },
    ],
    ttl: '86400s',
    description: 'What a card was used for',
    owner: 'group:default/payments',
    batchSource: {
      timestampField: 'event_timestamp',
      createdTimestampColumn: 'created',
    },
    online: true,
  },
  meta: { createdTimestamp: '2026-01-01T00:00:00Z' },
};

const typeOf = (name: string) => {
  const { contract, lossy } = importFeastView({
    name: 'v',
    features: [{ name: 'a', dtype: name }],
  });
  const { fields } = contract.spec.ports[0].schema as FieldType & {
    kind: 'object';
  };
  return { type: fields[0].type, codes: lossy.map(({ code }) => code) };
};

describe('importFeastView', () => {
  it('reads a feature view', () => {
    const { contract, lossy } = importFeastView(view);
    expect(lossy).toEqual([]);
    expect(validateContract(contract).problems).toEqual([]);
    expect(contract).toEqual({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name: 'card_activity',
        description: 'What a card was used for',
        version: '1.0.0',
        status: 'draft',
        owner: 'group:default/payments',
        source: { type: 'feast', uri: 'feast:payments/card_activity' },
      },
      spec: {
        subject: 'featureview:default/card_activity',
        role: 'provider',
        serviceLevels: { ttl: 'P1D' },
        protocol: { name: 'feature-store' },
        compatibility: { profile: 'strict' },
        ports: [
          {
            name: 'card_activity',
            direction: 'out',
            key: ['card_id'],
            ordering: 'named',
            schema: {
              kind: 'object',
              unknown: 'ignore',
              fields: [
                {
                  name: 'card_id',
                  type: { kind: 'scalar', type: 'int64' },
                  required: true,
                  nullable: false,
                  role: 'entityKey',
                },
                {
                  name: 'event_timestamp',
                  type: { kind: 'scalar', type: 'timestamptz' },
                  required: true,
                  nullable: false,
                  role: 'eventTime',
                },
                {
                  name: 'created',
                  type: { kind: 'scalar', type: 'timestamptz' },
                  required: true,
                  nullable: false,
                  role: 'createdTime',
                },
                {
                  name: 'spend_7d',
                  type: { kind: 'scalar', type: 'float64' },
                  required: true,
                  nullable: true,
                  role: 'feature',
                  description: 'Spent in seven days',
                  tags: ['unit=EUR', 'pii'],
                },
                {
                  name: 'embedding',
                  type: {
                    kind: 'vector',
                    dtype: 'float32',
                    length: 64,
                    metric: 'cosine',
                  },
                  required: true,
                  nullable: true,
                  role: 'feature',
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('reads the names that Python writes', () => {
    const { contract, lossy } = importFeastView({
      name: 'v',
      entities: ['customer', '__dummy'],
      schema: [
        { name: 'customer', dtype: 'Int64' },
        { name: 'age', dtype: 'Int32' },
      ],
      ttl: '1 day, 12:00:00',
      source: { timestamp_field: 'at' },
      owner: 'someone',
      tags: { team: 'x' },
    });
    expect(contract.spec.serviceLevels).toEqual({ ttl: 'PT36H' });
    expect(
      (
        contract.spec.ports[0].schema as FieldType & { kind: 'object' }
      ).fields.map(({ name, role }) => `${name} ${role}`),
    ).toEqual(['customer entityKey', 'at eventTime', 'age feature']);
    expect(lossy.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      ' NOT_HELD',
      '/owner OWNER_NOT_HELD',
      '/entities ENTITY_TYPE_UNKNOWN',
    ]);
  });

  it.each([
    ['BOOL', { kind: 'scalar', type: 'boolean' }],
    ['ValueType.FLOAT', { kind: 'scalar', type: 'float32' }],
    ['Float64', { kind: 'scalar', type: 'float64' }],
    ['UNIX_TIMESTAMP', { kind: 'scalar', type: 'timestamp', timeUnit: 's' }],
    ['ZonedTimestamp', { kind: 'scalar', type: 'timestamptz' }],
    ['PdfBytes', { kind: 'scalar', type: 'bytes' }],
    [
      'INT64_SET',
      { kind: 'array', items: { kind: 'scalar', type: 'int64' }, unique: true },
    ],
    ['VALUE_LIST', { kind: 'array', items: { kind: 'any' } }],
    [
      'Array(Set(String))',
      {
        kind: 'array',
        items: {
          kind: 'array',
          items: { kind: 'scalar', type: 'string' },
          unique: true,
        },
      },
    ],
    [
      'MAP',
      {
        kind: 'map',
        keys: 'string',
        values: { kind: 'any' },
        nullableValues: true,
      },
    ],
    ['STRUCT', { kind: 'object', fields: [], unknown: 'unspecified' }],
  ])('reads the type %s', (name, type) => {
    expect(typeOf(name)).toEqual({ type, codes: [] });
  });

  it('notes types that it reads as others, and those that it does not know', () => {
    expect(typeOf('TIME_UUID').codes).toEqual(['TYPE_READ_AS_NEAREST']);
    expect(typeOf('SCALAR_MAP').codes).toEqual(['TYPE_READ_AS_NEAREST']);
    expect(typeOf('QUATERNION')).toMatchObject({
      type: { kind: 'opaque', format: 'feast' },
      codes: ['NOT_INTERPRETED'],
    });
    expect(() =>
      typeOf(`${'Array('.repeat(99)}Int64${')'.repeat(99)}`),
    ).toThrow('nested deeper');
  });

  it('notes vectors and lifetimes that make no sense', () => {
    const { lossy } = importFeastView({
      name: 'v',
      ttl: 'a while',
      features: [
        { name: 'a', value_type: 'STRING', vector_index: true },
        {
          name: 'b',
          value_type: 'FLOAT_LIST',
          vector_length: 3,
          vector_search_metric: 'MOOD',
        },
        { name: 'c' },
        { name: 'c', value_type: 'BOOL' },
      ],
    });
    expect(lossy.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/ttl TTL_NOT_UNDERSTOOD',
      '/features/0 VECTOR_READ_AS_VALUE',
      '/features/1 METRIC_NOT_HELD',
      '/features/2 TYPE_MISSING',
      '/features/3 DUPLICATE_NAME',
    ]);
  });

  it.each([
    [null, 'This has to be an object'],
    [{ spec: {} }, '/spec/name: This has to be text'],
    [{ name: 'v', features: {} }, '/features: This has to be an array'],
    [{ name: 'v', features: [{ name: '' }] }, 'The name is empty'],
  ])('refuses %j', (input, message) => {
    expect(() => importFeastView(input)).toThrow(message);
  });
});

describe('importFeastService', () => {
  it('drafts what the service expects of each of its views', () => {
    const { contracts, lossy } = importFeastService(
      {
        spec: {
          name: 'fraud_service',
          project: 'payments',
          features: [
            {
              featureViewName: 'card_activity',
              featureColumns: [{ name: 'spend_7d', valueType: 'DOUBLE' }],
            },
            {
              feature_view_name: 'merchants',
              feature_view_name_alias: 'shop',
              feature_columns: [{ name: 'risk', value_type: 'FLOAT' }],
            },
            { featureViewName: 'merchants', featureColumns: [] },
          ],
        },
      },
      { range: '^1.2', subject: 'model:default/fraud' },
    );
    expect(contracts.map(({ spec }) => spec)).toMatchObject([
      {
        subject: 'model:default/fraud',
        role: 'consumer',
        provider: {
          subject: 'featureview:default/card_activity',
          range: '^1.2',
        },
        ports: [
          { name: 'card_activity', schema: { fields: [{ name: 'spend_7d' }] } },
        ],
      },
      {
        provider: { subject: 'featureview:default/merchants' },
        ports: [{ name: 'merchants', schema: { fields: [{ name: 'risk' }] } }],
      },
    ]);
    contracts.forEach(made =>
      expect(validateContract(made).problems).toEqual([]),
    );
    expect(lossy.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/spec/features/1 NOT_HELD',
      '/spec/features/2 DUPLICATE_NAME',
    ]);
  });
});
