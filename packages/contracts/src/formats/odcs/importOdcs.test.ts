import { Field } from '../../fields/Field';
import { Json } from '../../fields/json';
import { importOdcs } from './importOdcs';

const head = {
  apiVersion: 'v3.1.0',
  kind: 'DataContract',
  id: 'payments',
  version: '1.2.0',
  status: 'active',
};

const read = (more: object, options = {}) =>
  importOdcs({ ...head, ...more }, options);

const codes = (more: object) =>
  read(more).lossy.map(({ pointer, code }) => `${pointer} ${code}`);

const ofTable = (property: object, object: object = {}) =>
  read({
    schema: [
      { name: 't', properties: [{ name: 'a', ...property }], ...object },
    ],
  });

function fieldOf(property: object): Field {
  const [port] = ofTable(property).contract.spec.ports;
  return (port.schema as { fields: Field[] }).fields[0];
}

describe('importOdcs', () => {
  it('reads what the document says of itself', () => {
    const { contract, lossy } = read({
      name: 'Payments of the day',
      description: { purpose: 'Forecasts', usage: 'Daily' },
      team: { name: 'group:default/payments' },
      schema: [
        {
          name: 'payments',
          properties: [{ name: 'id', logicalType: 'string' }],
        },
      ],
    });
    expect(lossy).toEqual([]);
    expect(contract).toMatchObject({
      metadata: {
        name: 'payments',
        title: 'Payments of the day',
        description: 'Forecasts',
        version: '1.2.0',
        status: 'active',
        owner: 'group:default/payments',
        source: { type: 'odcs', uri: 'payments' },
      },
      spec: {
        subject: 'dataset:default/payments',
        role: 'provider',
        ports: [{ name: 'payments', direction: 'out' }],
      },
    });
  });

  it('takes what is said of it over what the document says', () => {
    const { contract } = read(
      {},
      {
        name: 'p',
        subject: 'dataset:x/y',
        version: '9.0.0',
        owner: 'group:default/a',
      },
    );
    expect(contract).toMatchObject({
      metadata: { name: 'p', version: '9.0.0', owner: 'group:default/a' },
      spec: { subject: 'dataset:x/y' },
    });
  });

  it.each([
    [{ logicalType: 'string' }, { type: 'string' }],
    [
      { logicalType: 'string', logicalTypeOptions: { format: 'uuid' } },
      { type: 'uuid' },
    ],
    [{ logicalType: 'string', physicalType: 'bytea' }, { type: 'bytes' }],
    [{ logicalType: 'integer' }, { type: 'int64' }],
    [{ logicalType: 'integer', physicalType: 'int' }, { type: 'int32' }],
    [
      { logicalType: 'integer', logicalTypeOptions: { format: 'u16' } },
      { type: 'uint16' },
    ],
    [{ logicalType: 'number' }, { type: 'float64' }],
    [{ logicalType: 'number', physicalType: 'float' }, { type: 'float32' }],
    [
      { logicalType: 'number', physicalType: 'decimal(9,2)' },
      { type: 'decimal', precision: 9, scale: 2 },
    ],
    [{ logicalType: 'timestamp' }, { type: 'timestamp' }],
    [
      {
        logicalType: 'timestamp',
        physicalType: 'timestamp(3)',
        logicalTypeOptions: { timezone: true },
      },
      { type: 'timestamptz', timeUnit: 'ms' },
    ],
    [
      { logicalType: 'timestamp', physicalType: 'timestamptz' },
      { type: 'timestamptz' },
    ],
    [{ logicalType: 'object' }, { type: 'json' }],
    [{ physicalType: 'bigint' }, { type: 'int64' }],
  ])('reads %j', (property, type) => {
    expect(fieldOf(property).type).toEqual({ kind: 'scalar', ...type });
  });

  it('reads arrays, maps and objects', () => {
    expect(
      fieldOf({
        logicalType: 'array',
        logicalTypeOptions: { maxItems: 3, uniqueItems: true },
        items: {
          properties: [{ name: 'b', logicalType: 'date', required: true }],
          required: true,
        },
      }).type,
    ).toEqual({
      kind: 'array',
      maxItems: 3,
      unique: true,
      items: {
        kind: 'object',
        unknown: 'ignore',
        fields: [
          {
            name: 'b',
            type: { kind: 'scalar', type: 'date' },
            required: true,
            nullable: false,
          },
        ],
      },
    });
    expect(
      fieldOf({ logicalType: 'object', physicalType: 'map<string,int>' }).type,
    ).toMatchObject({ kind: 'map', keys: 'string' });
  });

  it('reads what a property says of its values', () => {
    const { 'x-odcs': kept, ...field } = fieldOf({
      id: 'a-1',
      logicalType: 'integer',
      logicalTypeOptions: { minimum: 0, exclusiveMaximum: 10, multipleOf: 2 },
      required: true,
      unique: true,
      classification: 'Restricted',
      criticalDataElement: true,
      tags: ['x'],
      description: 'A',
      businessName: 'The a',
    }) as Field & { 'x-odcs': Json };
    expect(field).toEqual({
      id: 'a-1',
      name: 'a',
      type: { kind: 'scalar', type: 'int64' },
      required: true,
      nullable: false,
      constraints: { min: 0, exclusiveMax: 10, multipleOf: 2, unique: true },
      classification: 'restricted',
      critical: true,
      tags: ['x'],
      description: 'A',
    });
    expect(kept).toMatchObject({
      other: { businessName: 'The a' },
      spelling: { classification: 'Restricted' },
    });
  });

  it('reads the exclusive bounds of 3.0', () => {
    expect(
      fieldOf({
        logicalType: 'number',
        logicalTypeOptions: { minimum: 1, exclusiveMinimum: true, maximum: 5 },
      }).constraints,
    ).toEqual({ exclusiveMin: 1, max: 5 });
  });

  it('takes the size of a column for a limit, unless the options say one', () => {
    const column = { logicalType: 'string', physicalType: 'varchar[18]' };
    expect(fieldOf(column).constraints).toEqual({ maxLength: 18 });
    const logicalTypeOptions = { maxLength: 9 };
    expect(fieldOf({ ...column, logicalTypeOptions }).constraints).toEqual({
      maxLength: 9,
    });
    expect(
      fieldOf({ physicalType: 'int', logicalTypeOptions: { minimum: 1 } })
        .constraints,
    ).toEqual({ min: 1 });
  });

  it('reads keys by their places', () => {
    const property = (name: string, more: object) => ({
      name,
      logicalType: 'string',
      ...more,
    });
    const { contract } = read({
      schema: [
        {
          name: 't',
          properties: [
            property('b', { primaryKey: true, primaryKeyPosition: 2 }),
            property('a', { primaryKey: true, primaryKeyPosition: 1 }),
            property('c', { partitioned: true, primaryKey: false }),
          ],
        },
      ],
    });
    expect(contract.spec.ports[0]).toMatchObject({
      key: ['a', 'b'],
      partitionedBy: ['c'],
    });
  });

  it('reads rules, and gives those without one an id', () => {
    const rule = { metric: 'nullValues', mustBe: 0 };
    expect(
      fieldOf({
        logicalType: 'string',
        quality: [
          { ...rule, dimension: 'completeness', unit: 'percent' },
          { metric: 'rowCount', mustBeBetween: [1, 9], severity: 'warning' },
          { type: 'sql', query: 'select 1', mustBeLessThan: 5 },
          { ...rule, id: 'mine' },
          rule,
        ],
      }).quality,
    ).toMatchObject([
      { id: 'nullValues', op: '=', value: 0, dimension: 'completeness' },
      { id: 'rowCount', op: 'between', value: [1, 9], severity: 'warning' },
      { id: 'sql', metric: 'sql', query: 'select 1', op: '<', value: 5 },
      { id: 'mine' },
      { id: 'nullValues-2' },
    ]);
  });

  it('reads service levels, and notes those that contracts have not', () => {
    const { contract, lossy } = read({
      slaProperties: [
        { property: 'latency', value: 4, unit: 'd' },
        { property: 'retention', value: '3', unit: 'y' },
        { property: 'frequency', value: 1, unit: 'day' },
        { property: 'availability', value: 99.9, unit: 'percent' },
        { property: 'freshness', value: 1, unit: 'h' },
        { property: 'errorRate', value: 'few' },
        { property: 'timeOfAvailability', value: '09:00' },
      ],
    });
    expect(contract.spec.serviceLevels).toEqual({
      freshness: 'P4D',
      retention: 'P3Y',
      schedule: 'RRULE:FREQ=DAILY;INTERVAL=1',
      availability: 0.999,
    });
    expect(lossy.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/slaProperties/4 LEVEL_SAID_TWICE',
      '/slaProperties/5 LEVEL_NOT_UNDERSTOOD',
      '/slaProperties/6 LEVEL_NOT_HELD',
      ' NO_SCHEMA',
    ]);
  });

  it('reads a document that breaks the standard, and says where', () => {
    expect(
      codes({
        apiVersion: 'v4',
        kind: 'Contract',
        id: undefined,
        version: '1.2',
        status: 'in development',
        description: 'For all',
        slaProperties: 'none',
        schema: [
          'x',
          { name: 't', properties: [{}, { name: 'a' }, { name: 'a' }] },
          { name: 't' },
          {
            name: 'u',
            properties: [
              { name: 'a', logicalType: 'text' },
              { name: 'b', logicalType: 'date', physicalType: 'Name' },
              { name: 'c', logicalType: 'date', physicalType: 'timestamp' },
              { name: 'd', logicalType: 'array', required: 'yes' },
              {
                name: 'e',
                logicalType: 'number',
                logicalTypeOptions: { minimum: 3, maximum: 2, format: 'f8' },
              },
              {
                name: 'f',
                logicalType: 'date',
                logicalTypeOptions: { minimum: '2020-01-01' },
                classification: 'secret',
                quality: [{ metric: 'smell', mustBe: 'good' }, 'x'],
              },
            ],
          },
        ],
      }),
    ).toEqual([
      ' KEY_MISSING',
      '/apiVersion STANDARD_VERSION_UNKNOWN',
      '/kind KIND_UNKNOWN',
      '/description NOT_AS_THE_STANDARD_SAYS',
      '/slaProperties NOT_AS_THE_STANDARD_SAYS',
      '/version VERSION_READ_AS',
      '/status STATUS_READ_AS',
      '/schema/0 OBJECT_WITHOUT_NAME',
      '/schema/1/properties/0 PROPERTY_WITHOUT_NAME',
      '/schema/1/properties/1 TYPE_MISSING',
      '/schema/1/properties/2 DUPLICATE_NAME',
      '/schema/2 DUPLICATE_NAME',
      '/schema/3/properties/0/logicalType LOGICAL_TYPE_UNKNOWN',
      '/schema/3/properties/0 TYPE_MISSING',
      '/schema/3/properties/1/physicalType PHYSICAL_TYPE_UNKNOWN',
      '/schema/3/properties/2/physicalType PHYSICAL_TYPE_DIFFERS',
      '/schema/3/properties/3 ITEMS_MISSING',
      '/schema/3/properties/3/required NOT_AS_THE_STANDARD_SAYS',
      '/schema/3/properties/4/logicalTypeOptions/format OPTION_NOT_HELD',
      '/schema/3/properties/4/logicalTypeOptions NO_VALUE_BETWEEN',
      '/schema/3/properties/5/logicalTypeOptions/minimum OPTION_NOT_HELD',
      '/schema/3/properties/5/quality/0/metric METRIC_UNKNOWN',
      '/schema/3/properties/5/quality/0/mustBe OPERATOR_NOT_HELD',
      '/schema/3/properties/5/quality/1 NOT_AS_THE_STANDARD_SAYS',
      '/schema/3/properties/5/classification CLASSIFICATION_NOT_HELD',
    ]);
  });

  it('notes what a document of 3.0 cannot have yet', () => {
    const property = {
      name: 'a',
      logicalType: 'integer',
      logicalTypeOptions: { exclusiveMinimum: 0 },
      quality: [{ metric: 'nullValues', mustBe: 0 }],
    };
    const document = {
      team: { name: 'x' },
      schema: [{ name: 't', properties: [property] }],
    };
    expect(codes(document)).toEqual([]);
    expect(codes({ ...document, apiVersion: 'v3.0.2' })).toEqual([
      '/team NEWER_THAN_ITS_VERSION',
      '/schema/0/properties/0/logicalTypeOptions/exclusiveMinimum NEWER_THAN_ITS_VERSION',
      '/schema/0/properties/0/quality/0/metric NEWER_THAN_ITS_VERSION',
    ]);
  });

  it('refuses what is no document, and what is too large', () => {
    expect(() => importOdcs([])).toThrow('This has to be an object');
    let property: object = { name: 'a', logicalType: 'string' };
    for (let depth = 0; depth < 70; depth += 1) {
      property = { name: 'a', properties: [property] };
    }
    expect(() => ofTable(property)).toThrow('nested deeper than 64 levels');
    const properties = Array.from({ length: 5_001 }, (_, index) => ({
      name: `c${index}`,
      logicalType: 'string',
    }));
    expect(() => ofTable({}, { properties })).toThrow('more than 5000 fields');
  });
});
