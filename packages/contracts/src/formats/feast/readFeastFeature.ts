import { Field } from '../../fields/Field';
import { FieldType, VectorFieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import {
  isParsedObject,
  ParsedObject,
  quote,
  readArray,
  readObject,
  readString,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { feastMember, feastText } from './feastMembers';
import { readFeastType } from './feastTypes';

const METRICS: Readonly<Record<string, VectorFieldType['metric']>> = {
  cosine: 'cosine',
  l2: 'l2',
  euclidean: 'l2',
  ip: 'ip',
  inner_product: 'ip',
};

/** Reads a list of features or of the columns of entities; each name once. */
export function readFeastFeatures(
  value: unknown,
  pointer: string,
  role: 'feature' | 'entityKey',
  walk: FormatWalk,
): Field[] {
  const fields = new Map<string, Field>();
  readArray(value ?? [], pointer).forEach((item, index) => {
    const at = pointerTo(pointer, index);
    const source = readObject(item, at);
    const name = readString(feastMember(source, 'name'), pointerTo(at, 'name'));
    if (fields.has(name)) {
      walk.note(
        at,
        'DUPLICATE_NAME',
        `The name ${quote(name)} was there before; this one is left out.`,
      );
      return;
    }
    walk.countField(at, name);
    fields.set(name, {
      name,
      type: readType(source, at, walk),
      required: true,
      // A feature that was not computed is read as null; nobody asks without a key.
      nullable: role === 'feature',
      role,
      ...readMeaning(source),
    });
  });
  return [...fields.values()];
}

function readMeaning(
  source: ParsedObject,
): Pick<Field, 'description' | 'tags'> {
  const description = feastText(source, 'description');
  const labels = feastMember(source, 'tags') ?? feastMember(source, 'labels');
  const tags = isParsedObject(labels)
    ? Object.entries(labels).map(([key, value]) =>
        value === '' ? key : `${key}=${String(value)}`,
      )
    : [];
  return {
    ...(description !== undefined && { description }),
    ...(tags.length > 0 && { tags: tags.filter(tag => tag.trim() !== '') }),
  };
}

function readType(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): FieldType {
  const name = feastText(source, 'valueType') ?? feastText(source, 'dtype');
  if (name === undefined) {
    walk.note(pointer, 'TYPE_MISSING', 'The feature has no type.');
    return { kind: 'any' };
  }
  const type = readFeastType(name, pointer, walk);
  const length = feastMember(source, 'vectorLength');
  const isVector =
    feastMember(source, 'vectorIndex') === true ||
    (typeof length === 'number' && length > 0);
  if (!isVector) {
    return type;
  }
  if (type.kind !== 'array' || type.items.kind !== 'scalar') {
    walk.note(
      pointer,
      'VECTOR_READ_AS_VALUE',
      `A vector is a list of numbers, and this is ${quote(name)}.`,
    );
    return type;
  }
  return {
    kind: 'vector',
    dtype: type.items.type,
    ...(Number.isSafeInteger(length) &&
      (length as number) > 0 && { length: length as number }),
    ...readMetric(source, pointer, walk),
  };
}

function readMetric(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Pick<VectorFieldType, 'metric'> {
  const said = feastText(source, 'vectorSearchMetric');
  if (said === undefined) {
    return {};
  }
  const key = said.toLowerCase();
  const metric = Object.hasOwn(METRICS, key) ? METRICS[key] : undefined;
  if (!metric) {
    walk.note(
      pointer,
      'METRIC_NOT_HELD',
      `A contract knows cosine, l2 and ip, and not ${quote(said)}: it is left out.`,
    );
  }
  return metric ? { metric } : {};
}
