import { Field, FieldType, Json } from '@understudy/contracts';

/** A default as a person types it: texts without quotes. */
export function writeDefault({ type, default: given }: Field): string {
  if (!given) {
    return '';
  }
  const { value } = given;
  return isText(type) && typeof value === 'string' && value !== ''
    ? value
    : JSON.stringify(value);
}

/**
 * Reads what {@link writeDefault} writes. Nothing typed is no default; two
 * quotes are an empty text. `undefined` where what is typed is no value.
 */
export function readDefault(
  text: string,
  type: FieldType,
): { default?: { value: Json } } | undefined {
  const typed = text.trim();
  if (typed === '') {
    return {};
  }
  try {
    const value: Json = JSON.parse(typed);
    // `12` typed for a text is the text of these two digits.
    return {
      default: {
        value: isText(type) && typeof value === 'number' ? typed : value,
      },
    };
  } catch {
    // What is no JSON is a text, if a text is what the field holds.
    return isText(type) ? { default: { value: typed } } : undefined;
  }
}

const TEXTS: readonly string[] = [
  'string',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'duration',
  'uuid',
];

function isText(type: FieldType): boolean {
  return (
    (type.kind === 'enum' && TEXTS.includes(type.base)) ||
    (type.kind === 'scalar' && TEXTS.includes(type.type))
  );
}
