import { canonicalJson } from '../../canonical/canonicalJson';
import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { sha256 } from '../hashing/sha256';
import { quote } from '../importing/values';

/** Scalars by their names in the protocol and, folded to one form, in the SDK. */
const SCALARS: ReadonlyMap<string, Omit<ScalarFieldType, 'kind'>> = new Map(
  Object.entries({
    BYTES: { type: 'bytes' },
    STRING: { type: 'string' },
    INT32: { type: 'int32' },
    INT64: { type: 'int64' },
    DOUBLE: { type: 'float64' },
    FLOAT: { type: 'float32' },
    BOOL: { type: 'boolean' },
    // Seconds since 1970 in UTC, without a zone of their own.
    UNIX_TIMESTAMP: { type: 'timestamp', timeUnit: 's' },
    ZONED_TIMESTAMP: { type: 'timestamptz' },
    UUID: { type: 'uuid' },
    DECIMAL: { type: 'decimal' },
    JSON: { type: 'json' },
  } as const),
);

/** Names of the SDK that are not the same words. */
const SDK_NAMES: Readonly<Record<string, string>> = {
  FLOAT32: 'FLOAT',
  FLOAT64: 'DOUBLE',
  UNIXTIMESTAMP: 'UNIX_TIMESTAMP',
  ZONEDTIMESTAMP: 'ZONED_TIMESTAMP',
  TIMEUUID: 'TIME_UUID',
  SCALARMAP: 'SCALAR_MAP',
  PDFBYTES: 'BYTES',
  IMAGEBYTES: 'BYTES',
};

const WRAPPED = /^(ARRAY|LIST|SET)\((.*)\)$/;
const SUFFIXED = /^(.*)_(LIST|SET)$/;

/** The type that a name of Feast stands for: `INT64_LIST` in the protocol, `Array(Int64)` in the SDK. */
export function readFeastType(
  name: string,
  pointer: string,
  walk: FormatWalk,
): FieldType {
  const written = name
    .trim()
    .replace(/^(?:ValueType|PrimitiveFeastType)\./, '')
    .toUpperCase();
  const plain = SDK_NAMES[written] ?? written;
  const scalar = SCALARS.get(plain);
  if (scalar) {
    return { kind: 'scalar', ...scalar };
  }
  const [, around, inside] = WRAPPED.exec(plain) ?? [];
  if (around !== undefined) {
    return walk.deeper(pointer, () =>
      collection(readFeastType(inside, pointer, walk), around === 'SET'),
    );
  }
  const [, items, suffix] = SUFFIXED.exec(plain) ?? [];
  if (suffix !== undefined) {
    return collection(
      items === 'VALUE' ? { kind: 'any' } : readFeastType(items, pointer, walk),
      suffix === 'SET',
    );
  }
  switch (plain) {
    case 'NULL':
      return { kind: 'null' };
    case 'TIME_UUID':
      walk.note(
        pointer,
        'TYPE_READ_AS_NEAREST',
        'A contract does not tell UUIDs that hold a time from others.',
      );
      return { kind: 'scalar', type: 'uuid' };
    case 'MAP':
      return anyMap();
    case 'SCALAR_MAP':
      walk.note(
        pointer,
        'TYPE_READ_AS_NEAREST',
        'The type does not say what its keys are: they are read as text.',
      );
      return anyMap();
    case 'STRUCT':
      return { kind: 'object', fields: [], unknown: 'unspecified' };
    default:
      walk.note(
        pointer,
        'NOT_INTERPRETED',
        `The type ${quote(name)} is not known: it is only compared with itself.`,
      );
      return {
        kind: 'opaque',
        format: 'feast',
        hash: sha256(canonicalJson(plain)),
      };
  }
}

function collection(items: FieldType, unique: boolean): FieldType {
  return { kind: 'array', items, ...(unique && { unique }) };
}

function anyMap(): FieldType {
  return {
    kind: 'map',
    keys: 'string',
    values: { kind: 'any' },
    nullableValues: true,
  };
}

/** The name of a type in the protocol; nothing where there is none for it. */
export function writeFeastType(type: FieldType): string | undefined {
  switch (type.kind) {
    case 'scalar': {
      const { kind, ...said } = type;
      const wanted = canonicalJson(said);
      return [...SCALARS].find(
        ([, scalar]) => canonicalJson(scalar) === wanted,
      )?.[0];
    }
    case 'null':
      return 'NULL';
    case 'map':
      return canonicalJson(type) === canonicalJson(anyMap())
        ? 'MAP'
        : undefined;
    case 'object':
      return type.fields.length === 0 &&
        type.unknown === 'unspecified' &&
        type.name === undefined
        ? 'STRUCT'
        : undefined;
    case 'array': {
      const bare = collection(type.items, Boolean(type.unique));
      return canonicalJson(bare) === canonicalJson(type)
        ? writeCollection(type.items, Boolean(type.unique))
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Collections of collections have no name: their items may be anything. */
function writeCollection(
  items: FieldType,
  unique: boolean,
): string | undefined {
  const suffix = unique ? 'SET' : 'LIST';
  if (items.kind === 'any') {
    return `VALUE_${suffix}`;
  }
  const name =
    items.kind === 'array' || items.kind === 'null'
      ? undefined
      : writeFeastType(items);
  return name === undefined ? undefined : `${name}_${suffix}`;
}
