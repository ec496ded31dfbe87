import { checkStaleness } from '../../comparison/checkStaleness';
import { checkCompatibility } from '../../comparison/checkCompatibility';
import { Contract } from '../../contract/Contract';
import { lintContract } from '../../linting/lintContract';
import { checkLatencyChain } from '../../services/checkLatencyChain';
import { consumer, contract, field, port } from '../../__testUtils__/build';
import { digest } from '../../__testUtils__/digest';
import {
  attribute,
  change,
  consumed,
  findingsOf,
  need,
  RuleCase,
  spec,
} from './RuleCase';

const input = { port: { direction: 'in' as const, name: 'inputs' } };
const nulls = (value: number) =>
  ({
    id: 'nulls',
    metric: 'nullValues',
    op: '<=',
    value,
    unit: 'percent',
  }) as const;

const meaningCases: RuleCase[] = [
  attribute(
    'LABEL_MAP_CHANGED',
    'two labels change places',
    'xx',
    { labelMap: { 0: 'no', 1: 'yes' } },
    { labelMap: { 0: 'yes', 1: 'no' } },
  ),
  attribute(
    'LABEL_MAP_CHANGED',
    'a label at the end',
    '+x',
    { labelMap: { 0: 'no', 1: 'yes' } },
    { labelMap: { 0: 'no', 1: 'yes', 2: 'maybe' } },
  ),
  change(
    'KEY_CHANGED',
    'the key of a table',
    'xx',
    contract([port([field('a'), field('b')], { key: ['a'] })]),
    contract([port([field('a'), field('b')], { key: ['a', 'b'] })]),
  ),
  change(
    'KEY_CHANGED',
    'entity keys',
    'xx',
    contract([port([field('a', 'string', { role: 'entityKey' }), field('b')])]),
    contract([
      port([
        field('a', 'string'),
        field('b', 'float64', { role: 'entityKey' }),
      ]),
    ]),
  ),
  change(
    'EVENT_TIME_CHANGED',
    'another column',
    'xx',
    contract([
      port([
        field('a', 'timestamp', { role: 'eventTime' }),
        field('b', 'timestamp'),
      ]),
    ]),
    contract([
      port([
        field('a', 'timestamp'),
        field('b', 'timestamp', { role: 'eventTime' }),
      ]),
    ]),
  ),
  change(
    'PARTITION_CHANGED',
    'by day to by month',
    '!!',
    contract([
      port([field('day'), field('month')], { partitionedBy: ['day'] }),
    ]),
    contract([
      port([field('day'), field('month')], { partitionedBy: ['month'] }),
    ]),
  ),
  attribute(
    'UNIT_CHANGED',
    'euros to dollars',
    'xx',
    { unit: 'EUR' },
    { unit: 'USD' },
  ),
  attribute(
    'UNIT_CHANGED',
    'kilograms to grams',
    'xx',
    { unit: 'kg' },
    { unit: 'g' },
    input,
  ),
  attribute(
    'UNIT_CHANGED',
    'named for the first time',
    '!!',
    {},
    { unit: 'EUR' },
  ),
  attribute(
    'NORMALISATION_CHANGED',
    'another scaling',
    'xx',
    { normalisation: { method: 'zscore' } },
    { normalisation: { method: 'minmax' } },
  ),
  attribute(
    'SEMANTIC_TYPE_CHANGED',
    'another meaning',
    '!!',
    { semanticType: 'revenue' },
    { semanticType: 'profit' },
  ),
  attribute(
    'TRANSFORM_CHANGED',
    'other code',
    '!!',
    { transform: { hash: 'a' } },
    { transform: { hash: 'b' } },
  ),
  attribute(
    'DESCRIPTION_CHANGED',
    'a sentence',
    '++',
    { description: 'a' },
    { description: 'b' },
  ),
  attribute(
    'TAGS_CHANGED',
    'a tag more',
    '++',
    { tags: ['a'] },
    { tags: ['a', 'b'] },
  ),
  change(
    'OWNER_CHANGED',
    'another group',
    '++',
    contract([], { metadata: { owner: 'group:default/a' } }),
    contract([], { metadata: { owner: 'group:default/b' } }),
  ),
  attribute('METADATA_CHANGED', 'critical', '++', {}, { critical: true }),
  attribute(
    'CLASSIFICATION_RAISED',
    'internal to restricted',
    '!x',
    { classification: 'internal' },
    { classification: 'restricted' },
  ),
  consumed(
    'CLASSIFICATION_RAISED',
    'above the clearance of a consumer',
    '-x',
    consumer([port([field('a')])], { terms: { clearance: 'internal' } }),
    contract([port([field('a', 'float64', { classification: 'restricted' })])]),
  ),
  consumed(
    'CLASSIFICATION_RAISED',
    'within the clearance of a consumer',
    '-0',
    consumer([port([field('a')])], { terms: { clearance: 'restricted' } }),
    contract([port([field('a', 'float64', { classification: 'restricted' })])]),
    { exception: true },
  ),
  attribute(
    'CLASSIFICATION_LOWERED',
    'restricted to internal',
    '!!',
    { classification: 'restricted' },
    { classification: 'internal' },
  ),
  attribute(
    'PERSONAL_DATA_ADDED',
    'an address',
    '!x',
    {},
    { personalData: ['email'] },
  ),
  attribute(
    'PERSONAL_DATA_REMOVED',
    'an address',
    '++',
    { personalData: ['email'] },
    {},
  ),
  attribute(
    'QUALITY_RULE_WEAKENED',
    'of a critical field',
    '+x',
    { critical: true, quality: [nulls(1)] },
    { critical: true, quality: [nulls(5)] },
  ),
  attribute(
    'QUALITY_RULE_WEAKENED',
    'of another field',
    '+!',
    { quality: [nulls(1)] },
    { quality: [nulls(5)] },
  ),
  attribute(
    'QUALITY_RULE_REMOVED',
    'of a critical field',
    '+x',
    { critical: true, quality: [nulls(1)] },
    { critical: true },
  ),
  attribute(
    'QUALITY_RULE_REMOVED',
    'of another field',
    '+!',
    { quality: [nulls(1)] },
    {},
  ),
  attribute(
    'QUALITY_RULE_STRENGTHENED',
    'of an output',
    '++',
    { quality: [nulls(5)] },
    { quality: [nulls(1)] },
  ),
  attribute(
    'QUALITY_RULE_STRENGTHENED',
    'of an input',
    'x+',
    { quality: [nulls(5)] },
    { quality: [nulls(1)] },
    input,
  ),
  attribute(
    'QUALITY_RULE_ADDED',
    'of an output',
    '++',
    {},
    { quality: [nulls(1)] },
  ),
  attribute(
    'QUALITY_RULE_ADDED',
    'of an input',
    'x+',
    {},
    { quality: [nulls(1)] },
    input,
  ),
];

const levels = (serviceLevels: object) => ({ serviceLevels });

const serviceCases: RuleCase[] = [
  spec(
    'METRIC_FLOOR_LOWERED',
    'auc',
    '+!',
    levels({ metricFloors: [{ name: 'auc', atLeast: 0.8 }] }),
    levels({ metricFloors: [{ name: 'auc', atLeast: 0.7 }] }),
  ),
  need(
    'LATENCY_BUDGET_EXCEEDED',
    'at the same percentile',
    'x',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p99: 150 } }),
  ),
  need(
    'LATENCY_BUDGET_EXCEEDED',
    'at the next higher percentile',
    'x',
    levels({ latencyMs: { p95: 100 } }),
    levels({ latencyMs: { p50: 10, p99: 150 } }),
  ),
  need(
    'LATENCY_BUDGET_EXCEEDED',
    'not by a lower percentile',
    '0',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p50: 150 } }),
    { exception: true },
  ),
  need(
    'LATENCY_UNDECLARED',
    'only lower percentiles',
    '!',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p50: 10 } }),
  ),
  spec(
    'LATENCY_RELAXED',
    'by a half',
    '!!',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p99: 150 } }),
  ),
  spec(
    'LATENCY_RELAXED',
    'within the noise',
    '00',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p99: 104 } }),
    { exception: true },
  ),
  spec(
    'LATENCY_TIGHTENED',
    'by a half',
    '++',
    levels({ latencyMs: { p99: 100 } }),
    levels({ latencyMs: { p99: 50 } }),
  ),
  findingsOf('LATENCY_CHAIN_EXCEEDED', 'two services in a row', '!', () =>
    checkLatencyChain({
      root: 'a:b/c',
      budgetMs: { p99: 100 },
      services: [
        { ref: 'a:b/c', latencyMs: { p99: 60 }, calls: ['a:b/d'] },
        { ref: 'a:b/d', latencyMs: { p99: 60 } },
      ],
    }),
  ),
  ...(
    [
      ['THROUGHPUT_REDUCED', 'throughputRps', 100, 50],
      ['AVAILABILITY_REDUCED', 'availability', 0.999, 0.99],
      ['ERROR_RATE_RAISED', 'errorRate', 0.01, 0.02],
      ['FRESHNESS_RELAXED', 'freshness', 'PT1H', 'P1D'],
    ] as const
  ).flatMap(([rule, part, good, bad]) => [
    spec(
      rule,
      'of a provider',
      '!!',
      levels({ [part]: good }),
      levels({ [part]: bad }),
    ),
    need(
      rule,
      'below what a consumer needs',
      'x',
      levels({ [part]: good }),
      levels({ [part]: bad }),
    ),
    need(rule, 'not promised to a consumer', '!', levels({ [part]: good }), {}),
    need(
      rule,
      'above what a consumer needs',
      '0',
      levels({ [part]: bad }),
      levels({ [part]: good }),
      { exception: true },
    ),
  ]),
  ...(
    [
      ['RATE_LIMIT_LOWERED', 'rateLimitRps'],
      ['MAX_PAYLOAD_LOWERED', 'maxPayloadBytes'],
      ['MAX_BATCH_LOWERED', 'maxBatch'],
    ] as const
  ).flatMap(([rule, part]) => [
    spec(
      rule,
      'of a provider',
      '!+',
      levels({ [part]: 10 }),
      levels({ [part]: 5 }),
    ),
    spec(rule, 'where there was none', '!+', {}, levels({ [part]: 5 })),
    need(
      rule,
      'below what a consumer sends',
      'x',
      levels({ [part]: 10 }),
      levels({ [part]: 5 }),
    ),
  ]),
  spec(
    'TIMEOUT_LOWERED',
    'by a half',
    '!!',
    levels({ timeoutMs: 1000 }),
    levels({ timeoutMs: 500 }),
  ),
  need(
    'TIMEOUT_BELOW_P99',
    'of a consumer',
    '!',
    levels({ timeoutMs: 100 }),
    levels({ latencyMs: { p99: 150 } }),
  ),
  spec(
    'SCHEDULE_CANNOT_MEET_FRESHNESS',
    'daily updates',
    '!!',
    {},
    levels({ schedule: '0 3 * * *', freshness: 'PT6H' }),
  ),
  spec(
    'TTL_SHORTENED',
    'by a half',
    '!!',
    levels({ ttl: 'PT2H' }),
    levels({ ttl: 'PT1H' }),
  ),
  need(
    'TTL_SHORTENED',
    'below the gap between reads',
    'x',
    levels({ ttl: 'PT2H' }),
    levels({ ttl: 'PT1H' }),
    { exception: true },
  ),
  spec(
    'ERROR_CODE_ADDED',
    'one more',
    '+!',
    { errors: [] },
    { errors: [{ code: 'busy', retryable: true }] },
  ),
  consumed(
    'ERROR_CODE_ADDED',
    'not to be tried again, and not handled',
    '-x',
    consumer([], { errors: [] }),
    contract([], { spec: { errors: [{ code: 'gone', retryable: false }] } }),
  ),
  spec(
    'ERROR_CODE_REMOVED',
    'one less',
    '++',
    { errors: [{ code: 'busy', retryable: true }] },
    { errors: [] },
  ),
  ...(
    [
      ['ERROR_STATUS_CHANGED', { httpStatus: 429 }, { httpStatus: 503 }, '-x'],
      ['RETRYABILITY_CHANGED', { retryable: true }, { retryable: false }, '-x'],
      ['FALLBACK_REMOVED', { fallback: 'cached' }, { fallback: 'none' }, '-x'],
      [
        'FALLBACK_CHANGED',
        { fallback: 'cached' },
        { fallback: 'default' },
        '-!',
      ],
    ] as const
  ).map(([rule, from, to, cells]) =>
    spec(
      rule,
      'of one error',
      cells,
      { errors: [{ code: 'busy', retryable: true, ...from }] },
      { errors: [{ code: 'busy', retryable: true, ...to }] },
    ),
  ),
  spec(
    'PROTOCOL_REMOVED',
    'rest to grpc',
    'xx',
    { protocol: { name: 'rest' } },
    { protocol: { name: 'grpc' } },
  ),
  spec(
    'PROTOCOL_ADDED',
    'rest to grpc',
    '++',
    { protocol: { name: 'rest' } },
    { protocol: { name: 'grpc' } },
  ),
  need(
    'PROTOCOL_REMOVED',
    'that a consumer does not use',
    '0',
    { protocol: { name: 'grpc' } },
    { protocol: { name: 'grpc' } },
    { exception: true },
  ),
  ...(
    [
      ['ENDPOINT_CHANGED', 'endpoint'],
      ['AUTH_CHANGED', 'auth'],
      ['SERIALIZATION_CHANGED', 'serialization'],
    ] as const
  ).flatMap(([rule, part]) => [
    spec(
      rule,
      'of a provider',
      'xx',
      { protocol: { name: 'rest', [part]: 'a' } },
      { protocol: { name: 'rest', [part]: 'b' } },
    ),
    need(
      rule,
      'that a consumer uses',
      'x',
      { protocol: { name: 'rest', [part]: 'a' } },
      { protocol: { name: 'rest', [part]: 'b' } },
    ),
    need(
      rule,
      'that a consumer does not mention',
      '0',
      { protocol: { name: 'rest' } },
      { protocol: { name: 'rest', [part]: 'b' } },
      { exception: true },
    ),
  ]),
  spec(
    'FLAVOR_REMOVED',
    'that anyone may use',
    'xx',
    { protocol: { name: 'rest', flavors: ['onnx', 'torch'] } },
    { protocol: { name: 'rest', flavors: ['torch'] } },
  ),
  spec(
    'FLAVOR_REMOVED',
    'that nobody uses',
    '++',
    { protocol: { name: 'rest', flavors: ['onnx', 'torch'] } },
    { protocol: { name: 'rest', flavors: ['torch'] } },
    { knownConsumersComplete: true },
  ),
  spec(
    'CAPABILITY_REMOVED',
    'that anyone may use',
    'xx',
    { capabilities: ['explain'] },
    { capabilities: [] },
  ),
  spec(
    'CAPABILITY_REMOVED',
    'that nobody uses',
    '++',
    { capabilities: ['explain'] },
    { capabilities: [] },
    { knownConsumersComplete: true },
  ),
  spec(
    'SERVICE_LEVEL_CHANGED',
    'a promise for the first time',
    '++',
    {},
    levels({ availability: 0.99 }),
  ),
];

const termsCases: RuleCase[] = [
  spec(
    'PURPOSE_NARROWED',
    'one of two',
    'xx',
    { terms: { purposes: ['ads', 'fraud'] } },
    { terms: { purposes: ['fraud'] } },
  ),
  need(
    'PURPOSE_NARROWED',
    'that a consumer has',
    'x',
    { terms: { purposes: ['ads'] } },
    { terms: { purposes: ['fraud'] } },
  ),
  need(
    'PURPOSE_NARROWED',
    'that a consumer does not have',
    '0',
    { terms: { purposes: ['fraud'] } },
    { terms: { purposes: ['fraud'] } },
    { exception: true },
  ),
  spec(
    'REGION_NARROWED',
    'from anywhere',
    'xx',
    {},
    { terms: { regions: ['eu'] } },
  ),
  spec(
    'SHARING_NARROWED',
    'external to internal',
    'xx',
    { terms: { sharing: 'external' } },
    { terms: { sharing: 'internal' } },
  ),
  need(
    'SHARING_NARROWED',
    'that a consumer does',
    'x',
    { terms: { sharing: 'external' } },
    { terms: { sharing: 'internal' } },
  ),
  spec(
    'RETENTION_SHORTENED',
    'a year to a month',
    '!!',
    { terms: { retention: 'P1Y' } },
    { terms: { retention: 'P30D' } },
  ),
  need(
    'RETENTION_SHORTENED',
    'below what a consumer needs',
    'x',
    { terms: { retention: 'P1Y' } },
    { terms: { retention: 'P30D' } },
    { exception: true },
  ),
  spec(
    'RETENTION_LENGTHENED',
    'a month to a year',
    '+!',
    { terms: { retention: 'P30D' } },
    { terms: { retention: 'P1Y' } },
  ),
  spec(
    'LICENCE_CHANGED',
    'another one',
    '!!',
    { terms: { licence: 'MIT' } },
    { terms: { licence: 'GPL-3.0-only' } },
  ),
  spec(
    'TERMS_CHANGED',
    'wider purposes',
    '++',
    { terms: { purposes: ['fraud'] } },
    { terms: { purposes: ['ads', 'fraud'] } },
  ),
];

const versions = (
  rule: string,
  title: string,
  cell: string,
  history: Contract[],
  next: Contract,
  exception = false,
) =>
  findingsOf(
    rule,
    title,
    cell,
    () => checkCompatibility({ next, history, digest }).findings,
    { exception },
  );
const one = (version: string, name: string, rest = {}) =>
  contract([port([field(name)])], { version, ...rest });

const versionCases: RuleCase[] = [
  versions(
    'VERSION_NOT_BUMPED',
    'a change under the same number',
    'x',
    [one('1.0.0', 'a')],
    one('1.0.0', 'b'),
  ),
  versions(
    'VERSION_NOT_BUMPED',
    'a draft',
    '0',
    [one('1.0.0', 'a', { metadata: { status: 'draft' } })],
    one('1.0.0', 'b'),
    true,
  ),
  versions(
    'BUMP_TOO_SMALL',
    'a break in a minor version',
    'x',
    [one('1.0.0', 'a')],
    one('1.1.0', 'b'),
  ),
  versions(
    'BUMP_TOO_SMALL',
    'a break in a major version',
    '0',
    [one('1.0.0', 'a')],
    one('2.0.0', 'b'),
    true,
  ),
  versions(
    'BUMP_TOO_SMALL',
    'a break before version 1',
    '0',
    [one('0.1.0', 'a')],
    one('0.2.0', 'b'),
    true,
  ),
  versions(
    'BUMP_TOO_SMALL',
    'a break in a patch before version 1',
    'x',
    [one('0.1.0', 'a')],
    one('0.1.1', 'b'),
  ),
  versions(
    'VERSION_REUSED_DIGEST',
    'the number of an older version',
    'x',
    [one('1.0.0', 'a'), one('2.0.0', 'b')],
    one('1.0.0', 'c'),
  ),
  consumed(
    'PIN_UNSATISFIED',
    'a major version',
    '!!',
    consumer(),
    contract([], { version: '2.0.0' }),
  ),
  attribute(
    'DEPRECATION_TOO_SHORT',
    'two weeks',
    'xx',
    {},
    { deprecated: { since: '2.0.0', removeAfter: '2026-12-15' } },
    { today: '2026-12-01' },
  ),
  attribute(
    'DEPRECATION_TOO_SHORT',
    'since a day of its own',
    'xx',
    {},
    { deprecated: { since: '2026-12-01', removeAfter: '2026-12-15' } },
  ),
  attribute(
    'DEPRECATION_TOO_SHORT',
    'two months',
    '00',
    {},
    { deprecated: { since: '2.0.0', removeAfter: '2027-02-01' } },
    { today: '2026-12-01', exception: true },
  ),
];

const lint = (
  rule: string,
  linted: Contract,
  conventions: Parameters<typeof lintContract>[1],
) =>
  findingsOf(rule, 'a convention', '!', () =>
    lintContract(linted, conventions),
  );

const formCases: RuleCase[] = [
  lint('NAMING_CONVENTION', contract([port([field('camelCase')])]), {
    naming: { fields: '[a-z][a-z0-9_]*' },
  }),
  lint('METADATA_MISSING', contract(), { required: ['owner'] }),
  lint('VERSIONING_CONVENTION', contract([], { version: '0.1.0' }), {
    versioning: { allowInitial: false },
  }),
  lint(
    'PACKAGING_CONVENTION',
    contract([], { spec: { protocol: { name: 'rest' } } }),
    { packaging: { protocols: ['grpc'] } },
  ),
  consumed(
    'CONTRACT_MISSING',
    'a consumer that declared nothing',
    '!!',
    consumer(),
    contract(),
    { basis: 'implied' },
  ),
  findingsOf('CONTRACT_STALE', 'in staging', '!', () =>
    checkStaleness({
      contract: contract([port([field('a')])]),
      live: contract([port([field('b')])]),
      production: false,
    }),
  ),
  findingsOf(
    'CONTRACT_STALE',
    'in production',
    'x',
    () =>
      checkStaleness({
        contract: contract([port([field('a')])]),
        live: contract([port([field('b')])]),
        production: true,
      }),
    { exception: true },
  ),
];

export const otherCases: RuleCase[] = [
  ...meaningCases,
  ...serviceCases,
  ...termsCases,
  ...versionCases,
  ...formCases,
];
