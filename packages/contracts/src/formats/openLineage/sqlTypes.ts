import { FieldConstraints } from '../../fields/Field';
import { ScalarFieldType } from '../../fields/FieldType';
import { ScalarType, TimeUnit } from '../../fields/scalars';

export interface SqlScalar {
  type: ScalarFieldType;
  constraints?: FieldConstraints;
}

/** Names that mean one type, whatever the system; in lower case, words with one space between. */
const PLAIN: ReadonlyMap<string, ScalarType> = new Map(
  Object.entries({
    boolean: ['bool', 'boolean', 'bit'],
    int8: ['tinyint', 'int1', 'byte', 'byteint'],
    int16: ['smallint', 'int2', 'int16', 'short', 'smallserial'],
    int32: ['int', 'integer', 'int4', 'int32', 'mediumint', 'serial'],
    int64: ['bigint', 'int8', 'int64', 'long', 'bigserial'],
    uint8: ['tinyint unsigned', 'uint8'],
    uint16: ['smallint unsigned', 'uint16'],
    uint32: ['int unsigned', 'integer unsigned', 'uint32'],
    uint64: ['bigint unsigned', 'uint64'],
    float16: ['float16', 'half'],
    float32: ['real', 'float4', 'float32'],
    float64: ['double', 'double precision', 'float8', 'float64'],
    string: ['string', 'text', 'clob', 'tinytext', 'mediumtext', 'longtext'],
    bytes: ['binary', 'varbinary', 'bytes', 'bytea', 'blob', 'longblob'],
    date: ['date', 'date32'],
    duration: ['interval', 'duration'],
    uuid: ['uuid', 'uniqueidentifier'],
    json: ['json', 'jsonb', 'variant', 'super'],
  }).flatMap(([type, names]) =>
    names.map(name => [name, type as ScalarType] as const),
  ),
);

const TEXTS: ReadonlySet<string> = new Set([
  ...['char', 'character', 'nchar', 'bpchar', 'varchar', 'nvarchar'],
  ...['varchar2', 'nvarchar2', 'character varying', 'char varying'],
  ...['string', 'text'],
]);

const BYTES: ReadonlySet<string> = new Set(['binary', 'varbinary', 'bytes']);

const DECIMALS: ReadonlySet<string> = new Set([
  ...['decimal', 'numeric', 'number', 'dec', 'bignumeric', 'bigdecimal'],
]);

/** Times by their name, without the digits behind the second. */
const TIMES: ReadonlyMap<string, ScalarType> = new Map<string, ScalarType>([
  ['time', 'time'],
  ['time without time zone', 'time'],
  ['time with time zone', 'time'],
  ['timetz', 'time'],
  ['timestamp', 'timestamp'],
  ['timestamp without time zone', 'timestamp'],
  ['timestamp_ntz', 'timestamp'],
  ['timestampntz', 'timestamp'],
  ['datetime', 'timestamp'],
  ['datetime2', 'timestamp'],
  ['timestamp with time zone', 'timestamptz'],
  ['timestamp with local time zone', 'timestamptz'],
  ['timestamptz', 'timestamptz'],
  ['timestamp_tz', 'timestamptz'],
  ['timestamp_ltz', 'timestamptz'],
  ['datetimeoffset', 'timestamptz'],
]);

/** What a name with the numbers behind it means; nothing when it is not known. */
export function readSqlScalar(
  name: string,
  numbers: readonly number[],
): SqlScalar | undefined {
  const [first, second] = numbers;
  const time = TIMES.get(name);
  if (time && numbers.length <= 1) {
    const timeUnit = first === undefined ? undefined : unitOfDigits(first);
    return scalar({ type: time, ...(timeUnit && { timeUnit }) });
  }
  if (DECIMALS.has(name) && numbers.length <= 2) {
    return scalar({
      type: 'decimal',
      ...(first !== undefined && { precision: first, scale: second ?? 0 }),
    });
  }
  if (name === 'float' && numbers.length <= 1) {
    return scalar({ type: floatOf(first) });
  }
  if (numbers.length === 0) {
    const type = TEXTS.has(name) ? 'string' : PLAIN.get(name);
    return type && scalar({ type });
  }
  return numbers.length === 1 ? readSized(name, first) : undefined;
}

function scalar(type: Omit<ScalarFieldType, 'kind'>): SqlScalar {
  return { type: { kind: 'scalar', ...type } };
}

function readSized(name: string, size: number): SqlScalar | undefined {
  if (TEXTS.has(name) || BYTES.has(name)) {
    return {
      ...scalar({ type: TEXTS.has(name) ? 'string' : 'bytes' }),
      constraints: { maxLength: size },
    };
  }
  // The width with which MySQL shows a number says nothing of its values.
  const type = PLAIN.get(name);
  return type?.includes('int') ? scalar({ type }) : undefined;
}

/** SQL lets the writer say how many binary digits a number has. */
function floatOf(digits: number | undefined): ScalarType {
  return digits !== undefined && digits <= 24 ? 'float32' : 'float64';
}

function unitOfDigits(digits: number): TimeUnit {
  if (digits === 0) {
    return 's';
  }
  if (digits <= 3) {
    return 'ms';
  }
  return digits <= 6 ? 'us' : 'ns';
}
