import {
  checkThat,
  count,
  flag,
  isNumber,
  listOf,
  name,
  oneOf,
  positive,
  shape,
  share,
  text,
} from './checks';
import { quality } from './checkField';
import { checkType } from './checkType';
import { day, duration, entityRef, version, versionRange } from './formats';

const milliseconds = checkThat(
  'a number of milliseconds from 0',
  value => isNumber(value) && value >= 0,
);

const serviceLevels = shape(
  {},
  {
    latencyMs: shape(
      {},
      {
        p50: milliseconds,
        p95: milliseconds,
        p99: milliseconds,
        max: milliseconds,
      },
    ),
    measuredAt: oneOf('server', 'client'),
    atRps: positive,
    throughputRps: positive,
    rateLimitRps: positive,
    availability: share,
    errorRate: share,
    freshness: duration,
    schedule: name,
    ttl: duration,
    maxPayloadBytes: count,
    maxBatch: count,
    timeoutMs: milliseconds,
    retention: duration,
    supportHours: text,
    deprecationNotice: duration,
    metricFloors: listOf(
      shape({ name, atLeast: checkThat('a number', isNumber) }),
    ),
  },
);

const errorSurface = shape(
  { code: name, retryable: flag },
  { httpStatus: count, grpc: name, meaning: text, fallback: name },
);

const protocol = shape(
  {
    name: oneOf(
      'oip-v2-http',
      'oip-v2-grpc',
      'mlflow-invocations',
      'rest',
      'grpc',
      'batch-table',
      'stream',
      'feature-store',
    ),
  },
  {
    version: name,
    endpoint: name,
    auth: name,
    serialization: name,
    flavors: listOf(name),
  },
);

const terms = shape(
  {},
  {
    purposes: listOf(name),
    retention: duration,
    regions: listOf(name),
    licence: name,
    legalBasis: name,
    sharing: oneOf('none', 'internal', 'external'),
    clearance: oneOf('public', 'internal', 'confidential', 'restricted'),
  },
);

const compatibility = shape(
  {},
  {
    mode: oneOf(
      'NONE',
      'BACKWARD',
      'FORWARD',
      'FULL',
      'BACKWARD_TRANSITIVE',
      'FORWARD_TRANSITIVE',
      'FULL_TRANSITIVE',
    ),
    profile: oneOf(
      'strict',
      'default',
      'avro',
      'mlflow',
      'oip',
      'jsonschema-strict',
      'jsonschema-lenient',
      'sql',
    ),
    supportedVersions: shape({}, { last: count, since: day }),
    overrides: listOf(
      shape(
        {
          ruleId: name,
          severity: oneOf('error', 'warning', 'info'),
          reason: name,
        },
        {
          ports: listOf(name),
          entities: listOf(entityRef),
          environments: listOf(name),
        },
      ),
    ),
  },
);

const port = shape(
  { name, direction: oneOf('in', 'out'), schema: checkType() },
  {
    definitions: listOf(shape({ name, type: checkType() })),
    optional: flag,
    key: listOf(name),
    partitionedBy: listOf(name),
    ordering: oneOf('named', 'positional'),
    quality,
  },
);

/** The form of a contract, without how its parts fit together. */
export const checkContract = shape({
  apiVersion: oneOf('understudy.dev/v1alpha1'),
  kind: oneOf('InterfaceContract'),
  metadata: shape(
    {
      name,
      version,
      status: oneOf('draft', 'active', 'deprecated', 'retired'),
    },
    {
      title: text,
      description: text,
      owner: entityRef,
      source: shape({ type: name }, { uri: text, digest: name }),
    },
  ),
  spec: shape(
    {
      subject: entityRef,
      role: oneOf('provider', 'consumer'),
      ports: listOf(port),
    },
    {
      provider: shape({ subject: entityRef, range: versionRange }),
      serviceLevels,
      errors: listOf(errorSurface),
      protocol,
      terms,
      capabilities: listOf(name),
      compatibility,
    },
  ),
});
