import { OdcsVersion } from './OdcsVersion';
import { named, Shape, Shapes, stableId, text, whole, words } from './shapes';

/** Members of each type of server: those that it has to have, and those that it may have. */
type ServerTypes = Readonly<
  Record<string, readonly [required: string, optional?: string]>
>;

const SINCE_3_0: ServerTypes = {
  api: ['location'],
  athena: ['stagingDir schema', 'catalog regionName'],
  azure: ['location format', 'delimiter'],
  bigquery: ['project dataset'],
  clickhouse: ['host port database'],
  databricks: ['catalog schema', 'host'],
  denodo: ['host port', 'database'],
  dremio: ['host port', 'schema'],
  duckdb: ['database', 'schema'],
  glue: ['account database', 'location format'],
  cloudsql: ['host port database schema'],
  db2: ['host port database', 'schema'],
  informix: ['host database', 'port'],
  kafka: ['host', 'format'],
  kinesis: ['', 'region format'],
  local: ['path format'],
  mysql: ['host port database'],
  oracle: ['host port serviceName'],
  postgresql: ['host port database schema'],
  postgres: ['host port database schema'],
  presto: ['host', 'catalog schema'],
  pubsub: ['project'],
  redshift: ['database schema', 'host region account'],
  s3: ['location', 'endpointUrl format delimiter'],
  sftp: ['location', 'format delimiter'],
  snowflake: ['account database schema', 'host port warehouse'],
  sqlserver: ['host database schema', 'port'],
  synapse: ['host port database'],
  trino: ['host port catalog schema'],
  vertica: ['host port database schema'],
  custom: [
    '',
    'account catalog database dataset delimiter endpointUrl format host location path port project region regionName schema serviceName stagingDir warehouse',
  ],
};

const SINCE_3_1: ServerTypes = {
  hive: ['host database', 'port'],
  impala: ['host database', 'port'],
  zen: ['host database', 'port'],
};

/** Only of 3.0, whose stores of files knew no other formats. */
const FILES: Shapes = {
  format: words('parquet', 'delta', 'json', 'csv'),
  delimiter: words('new_line', 'array'),
};

/** Where the data is, by the type of the server. */
export function serverShape(version: OdcsVersion): Shape {
  const isOld = version === '3.0';
  const types = isOld ? SINCE_3_0 : { ...SINCE_3_0, ...SINCE_3_1 };
  return {
    type: 'object',
    required: ['server', 'type'],
    properties: {
      ...(!isOld && { id: stableId }),
      ...{ server: text, type: words(...Object.keys(types)) },
      ...{ description: text, environment: text },
      ...{ roles: named('roles') },
      customProperties: named('customProperties'),
    },
    allOf: Object.entries(types).map(([type, members]) => ({
      if: { properties: { type: { const: type } }, required: ['type'] },
      then: membersShape(type, members, isOld),
    })),
    ...(!isOld && { unevaluatedProperties: false }),
  };
}

function membersShape(
  type: string,
  [needed, allowed = '']: ServerTypes[string],
  isOld: boolean,
): Shape {
  const required = listed(needed);
  const names = [...required, ...listed(allowed)];
  if (type === 'custom' && !isOld) {
    names.push('stream');
  }
  return {
    required,
    properties: Object.fromEntries(
      names.map(name => [name, memberShape(type, name, isOld)]),
    ),
  };
}

function memberShape(type: string, name: string, isOld: boolean): Shape {
  if (name === 'port') {
    return whole;
  }
  // The schema of 3.0 asks for a number here, which 3.1 has mended.
  if (isOld && type === 'duckdb' && name === 'schema') {
    return whole;
  }
  if (isOld && ['azure', 's3', 'sftp'].includes(type) && FILES[name]) {
    return FILES[name];
  }
  return type === 'sftp' && name === 'location'
    ? { type: 'string', pattern: '^sftp://' }
    : text;
}

function listed(names: string): string[] {
  return names.split(' ').filter(Boolean);
}
