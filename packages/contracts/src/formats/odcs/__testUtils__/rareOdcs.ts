/*
 * Documents of what the samples of the standard have not: all members of all
 * parts, so that leaving out and replacing them says what each of them may be.
 */

const custom = [{ id: 'c1', property: 'a', value: [1], description: 'd' }];
const definitions = [{ id: 'd1', url: 'u', type: 't', description: 'd' }];
const meaning = { tags: ['a'], customProperties: custom };
const member = {
  ...{ id: 'm', username: 'u', name: 'n', description: 'd', role: 'r' },
  ...{ dateIn: '2026-01-01', dateOut: '2026-02-01', replacedByUsername: 'v' },
  ...{ ...meaning, authoritativeDefinitions: definitions },
};

const head = {
  ...{ apiVersion: 'v3.0.2', kind: 'DataContract', id: 'rare' },
  ...{ version: '1.0.0', status: 'active' },
};

/** Whom and what a document is about. */
const about = {
  ...head,
  ...{ name: 'n', tenant: 't', domain: 'd', dataProduct: 'p', tags: ['a'] },
  ...{ slaDefaultElement: 'a.b', contractCreatedTs: '2026-01-01T00:00:00Z' },
  description: {
    ...{ purpose: 'p', usage: 'u', limitations: 'l' },
    ...{ customProperties: custom, authoritativeDefinitions: definitions },
  },
  support: [
    {
      ...{ id: 's', channel: 'c', url: 'u', description: 'd', tool: 't' },
      ...{ scope: 's', invitationUrl: 'i', customProperties: custom },
    },
  ],
  price: { id: 'p', priceAmount: 1.5, priceCurrency: 'EUR', priceUnit: 'u' },
  roles: [
    {
      ...{ id: 'r', role: 'r', description: 'd', access: 'a' },
      ...{ firstLevelApprovers: 'f', secondLevelApprovers: 's' },
      customProperties: custom,
    },
  ],
  slaProperties: [
    {
      ...{ id: 's', property: 'latency', value: 4, valueExt: 'x', unit: 'd' },
      ...{ element: 'a.b', driver: 'd', description: 'd' },
      ...{ scheduler: 'cron', schedule: '0 0 * * *' },
    },
  ],
  customProperties: custom,
  authoritativeDefinitions: definitions,
};

const options = {
  string: { minLength: 1, maxLength: 2, pattern: 'a', format: 'uuid' },
  date: { format: 'f', minimum: 'a', maximum: 'b' },
  timestamp: { timezone: true, defaultTimezone: 'Etc/UTC', maximum: 'a' },
  time: { timezone: false, exclusiveMinimum: 'a', format: 'f' },
  integer: { multipleOf: 2, minimum: 1, maximum: 9, format: 'u128' },
  number: { multipleOf: 0.5, exclusiveMaximum: 1, format: 'f32' },
  object: { minProperties: 1, maxProperties: 2, required: ['a'] },
  array: { minItems: 1, maxItems: 2, uniqueItems: true },
  boolean: {},
};

const properties = [
  ...Object.entries(options).map(([logicalType, logicalTypeOptions]) => ({
    ...{ id: 'p', name: logicalType, logicalType, logicalTypeOptions },
  })),
  {
    name: 'open',
    logicalType: 'date',
    logicalTypeOptions: { exclusiveMinimum: true },
  },
  { name: 'nothing' },
  { name: 'plain', logicalTypeOptions: {} },
  { name: 'both', properties: [{ name: 'a' }], items: { required: true } },
  {
    name: 'list',
    logicalType: 'array',
    items: { logicalType: 'object', properties: [{ name: 'a' }] },
  },
  { name: 'texts', logicalType: 'array', items: { logicalType: 'string' } },
  {
    ...{ name: 'all', logicalType: 'string', physicalType: 't' },
    ...{ physicalName: 'a', businessName: 'b', description: 'd' },
    ...{ primaryKey: true, primaryKeyPosition: 1, partitioned: true },
    ...{ partitionKeyPosition: 1, required: true, unique: true },
    ...{ criticalDataElement: true, classification: 'c', encryptedName: 'e' },
    ...{ transformSourceObjects: ['a'], transformLogic: 'l' },
    ...{ transformDescription: 'd', examples: ['a', 1, null] },
    ...{ ...meaning, authoritativeDefinitions: definitions },
    relationships: [
      { type: 'foreignKey', to: 'a.b', customProperties: custom },
      { to: ['schema/a/properties/b', 'https://a.b/c.yaml#schema/d'] },
    ],
  },
];

const rule = {
  ...{ id: 'q', name: 'n', description: 'd', dimension: 'accuracy' },
  ...{ businessImpact: 'b', method: 'm', severity: 's', unit: 'rows' },
  ...{ schedule: 's', scheduler: 'c', ...meaning },
  authoritativeDefinitions: definitions,
};

const rules = [
  { ...rule, type: 'text' },
  { ...rule, type: 'library', metric: 'rowCount', mustBe: 'a', arguments: {} },
  { metric: 'nullValues', rule: 'nullCheck', mustNotBe: 1 },
  { type: 'library', rule: 'rowCount', mustBeGreaterThan: 1 },
  { rule: 'nullCheck', mustBe: 0 },
  { metric: 'nullValues', mustBeGreaterOrEqualTo: 1, mustBeLessThan: 'x' },
  { metric: 'invalidValues', mustBeLessOrEqualTo: 1, mustBeLessThan: 2 },
  { type: 'sql', query: 'q', mustBeBetween: [1, 2] },
  { type: 'sql', query: 'q', metric: 'rowCount', mustNotBeBetween: [1, 2] },
  { type: 'custom', engine: 'e', implementation: 'i' },
  { type: 'custom', engine: 'e', implementation: { a: 1 }, mustBe: 1 },
];

const objects = properties.map(property => ({
  ...head,
  schema: [{ name: 'o', properties: [property] }],
}));

const relations = {
  ...head,
  schema: [
    {
      ...{ id: 'o', name: 'o', logicalType: 'object', physicalName: 'p' },
      ...{ physicalType: 't', businessName: 'b', description: 'd' },
      ...{ dataGranularityDescription: 'g', ...meaning },
      authoritativeDefinitions: definitions,
      relationships: [
        { type: 'foreignKey', from: 'a.b', to: 'c.d' },
        { from: ['a.b', 'a.c'], to: ['d.e', '/d/f'], customProperties: custom },
      ],
    },
  ],
};

const servers = [
  ...['api', 'athena', 'azure', 'bigquery', 'clickhouse', 'databricks'],
  ...['denodo', 'dremio', 'duckdb', 'glue', 'cloudsql', 'db2', 'hive'],
  ...['impala', 'informix', 'kafka', 'kinesis', 'local', 'mysql', 'oracle'],
  ...['postgresql', 'postgres', 'presto', 'pubsub', 'redshift', 's3', 'sftp'],
  ...['snowflake', 'sqlserver', 'synapse', 'trino', 'vertica', 'zen', 'custom'],
  'floppy',
].map(type => ({
  ...head,
  servers: [{ id: 's', server: 's', type, ...serverMembers(type) }],
}));

/** The members that any type of server has; most of them are too many for most. */
function serverMembers(type: string) {
  return {
    ...{ description: 'd', environment: 'e', roles: [{ role: 'r' }] },
    customProperties: custom,
    ...{ account: 'a', catalog: 'c', database: 'd', dataset: 'd' },
    ...{ delimiter: 'array', endpointUrl: 'u', format: 'csv', host: 'h' },
    ...{ location: `${type}://a`, path: 'p', port: 1, project: 'p' },
    ...{ region: 'r', regionName: 'r', schema: 's', serviceName: 's' },
    ...{ stagingDir: 's', warehouse: 'w', stream: 's' },
  };
}

/** Each says that it is of 3.0, and is held against both versions. */
export const rareOdcs: Record<string, unknown>[] = [
  ...[about, { ...about, team: [member] }],
  { ...about, team: { ...member, username: undefined, members: [member] } },
  ...rules.map(one => ({ ...head, schema: [{ name: 'o', quality: [one] }] })),
  ...objects,
  relations,
  ...servers,
].map(document => JSON.parse(JSON.stringify(document)));
