import { canonicalJson } from '../../canonical/canonicalJson';
import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { sha256 } from '../hashing/sha256';
import { FormatWalk } from '../FormatWalk';
import { quote } from '../importing/values';
import {
  SqlType,
  SqlTypeContext,
  SqlTypeError,
  SqlTypeParser,
} from './SqlTypeParser';
import { tokenizeType } from './tokenizeType';

const MAX_LENGTH = 100_000;

/** Names that mean different things in different systems, and what they are taken for. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ['float', 'float64, and is float32 in Spark, Hive and MySQL'],
  ['int8', 'int64 as in PostgreSQL, and is one byte elsewhere'],
  [
    'timestamp',
    'a time without a zone, and is an instant in Spark and BigQuery',
  ],
]);

/** Reads the type of a column as its system writes it, such as `array<varchar(20)>`. */
export function readTypeString(
  text: string,
  pointer: string,
  walk: FormatWalk,
): SqlType {
  if (text.length > MAX_LENGTH) {
    throw new ContractFormatError(
      pointer,
      `The type is longer than ${MAX_LENGTH} characters.`,
    );
  }
  const context: SqlTypeContext = {
    deeper: work => walk.deeper(pointer, work),
    countField: () => walk.countField(pointer),
    unknown: written => opaque(written, pointer, walk),
    known: (name, numbers) => {
      const meaning = numbers.length === 0 ? AMBIGUOUS.get(name) : undefined;
      if (meaning !== undefined) {
        walk.note(
          pointer,
          'AMBIGUOUS_TYPE',
          `${name} is taken for ${meaning}.`,
        );
      }
    },
  };
  const tokens = tokenizeType(text);
  if (!tokens) {
    return { type: opaque(text, pointer, walk), nullable: true };
  }
  try {
    return new SqlTypeParser(tokens, context).parseAll();
  } catch (error) {
    if (error instanceof SqlTypeError) {
      return { type: opaque(text, pointer, walk), nullable: true };
    }
    throw error;
  }
}

function opaque(text: string, pointer: string, walk: FormatWalk): FieldType {
  walk.note(
    pointer,
    'NOT_INTERPRETED',
    `The type ${quote(text)} is not known: it is only compared with itself.`,
  );
  const spelling = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return {
    kind: 'opaque',
    format: 'openlineage',
    hash: sha256(canonicalJson(spelling)),
  };
}
