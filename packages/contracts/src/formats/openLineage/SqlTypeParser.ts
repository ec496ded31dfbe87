import { Field, FieldConstraints } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { unionOf } from '../importing/unions';
import { readSqlScalar } from './sqlTypes';
import { TypeToken } from './tokenizeType';

/** A type with what SQL says beside it. */
export interface SqlType {
  type: FieldType;
  /** A column may be null unless it is said to be `not null`. */
  nullable: boolean;
  constraints?: FieldConstraints;
}

/** What the parser asks of whoever called it. */
export interface SqlTypeContext {
  deeper<T>(work: () => T): T;
  countField(): void;
  /** For a name that is not known; the text is what was written. */
  unknown(text: string): FieldType;
  /** A name was read that does not mean the same in all systems. */
  known(name: string, numbers: readonly number[]): void;
}

/** The string is no type; {@link SqlTypeContext.unknown} decides what becomes of it. */
export class SqlTypeError extends Error {}

const CLOSING: Readonly<Record<string, string>> = { '<': '>', '(': ')' };

/**
 * Parses the types of Spark, Hive, Trino, Flink, BigQuery, PostgreSQL and their
 * kin, as far as they are alike.
 */
export class SqlTypeParser {
  readonly #tokens: readonly TypeToken[];
  readonly #context: SqlTypeContext;
  #next = 0;

  constructor(tokens: readonly TypeToken[], context: SqlTypeContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  parseAll(): SqlType {
    const type = this.#parseType();
    if (this.#peek().kind !== 'end') {
      throw new SqlTypeError();
    }
    return type;
  }

  #parseType(): SqlType {
    return this.#context.deeper(() => {
      let read = this.#parseBase();
      while (this.#accept('[')) {
        this.#expect(']');
        read = { type: arrayOf(read), nullable: true };
      }
      const nullable = this.#parseNullability();
      return nullable === undefined ? read : { ...read, nullable };
    });
  }

  #parseBase(): SqlType {
    const word = this.#peek();
    const opens = this.#tokens[this.#next + 1]?.text;
    if (word.kind === 'word' && (opens === '<' || opens === '(')) {
      switch (word.text) {
        case 'array':
        case 'list':
        case 'multiset':
          return plain(arrayOf(this.#parseParts(1)[0]));
        case 'map': {
          const [keys, values] = this.#parseParts(2);
          return plain(this.#mapOf(keys, values));
        }
        case 'uniontype':
          return unionOf(this.#parseParts());
        case 'struct':
        case 'row':
        case 'record':
          return plain(this.#parseStruct());
        case 'nullable':
          return { ...this.#parseParts(1)[0], nullable: true };
        default:
      }
    }
    return this.#parseScalar();
  }

  #parseParts(count?: number): SqlType[] {
    const close = this.#open();
    const parts = [this.#parseType()];
    while (this.#accept(',')) {
      parts.push(this.#parseType());
    }
    this.#expect(close);
    if (count !== undefined && parts.length !== count) {
      throw new SqlTypeError();
    }
    return parts;
  }

  #mapOf(keys: SqlType, values: SqlType): FieldType {
    if (keys.type.kind !== 'scalar') {
      throw new SqlTypeError();
    }
    return {
      kind: 'map',
      keys: keys.type.type,
      values: values.type,
      ...(values.nullable && { nullableValues: true }),
    };
  }

  #parseStruct(): FieldType {
    const close = this.#open();
    const fields: Field[] = [];
    do {
      const name = this.#take();
      if (!['word', 'quoted'].includes(name.kind) || name.raw === '') {
        throw new SqlTypeError();
      }
      this.#accept(':');
      this.#context.countField();
      const read = this.#parseType();
      fields.push({ name: name.raw, required: true, ...read });
    } while (this.#accept(','));
    this.#expect(close);
    return { kind: 'object', fields, unknown: 'ignore' };
  }

  #parseScalar(): SqlType {
    const start = this.#next;
    const words = this.#parseWords();
    if (words.length === 0) {
      throw new SqlTypeError();
    }
    const numbers = this.#parseNumbers();
    // The rest of a name stands behind the numbers: `timestamp(3) with time zone`.
    words.push(...this.#parseWords());
    const name = words.join(' ');
    const read = readSqlScalar(name, numbers);
    if (!read) {
      const raw = this.#tokens
        .slice(start, this.#next)
        .map(token => token.text);
      return plain(this.#context.unknown(raw.join(' ')));
    }
    this.#context.known(name, numbers);
    return { ...read, nullable: true };
  }

  #parseWords(): string[] {
    const words: string[] = [];
    while (this.#peek().kind === 'word' && !this.#atNullability()) {
      words.push(this.#take().text);
    }
    return words;
  }

  #parseNumbers(): number[] {
    const numbers: number[] = [];
    if (!this.#accept('(')) {
      return numbers;
    }
    do {
      const token = this.#take();
      if (token.kind === 'number') {
        numbers.push(Number(token.text));
      } else if (token.text !== 'max') {
        throw new SqlTypeError();
      }
    } while (this.#accept(','));
    this.#expect(')');
    return numbers;
  }

  #atNullability(): boolean {
    const { text } = this.#peek();
    const behind = this.#tokens[this.#next + 1]?.text;
    return text === 'null' || (text === 'not' && behind === 'null');
  }

  #parseNullability(): boolean | undefined {
    if (this.#accept('!')) {
      return false;
    }
    if (this.#peek().kind !== 'word' || !this.#atNullability()) {
      return undefined;
    }
    const nullable = this.#take().text === 'null';
    if (!nullable) {
      this.#take();
    }
    return nullable;
  }

  #open(): string {
    this.#take();
    return CLOSING[this.#take().text];
  }

  #peek(): TypeToken {
    return this.#tokens[this.#next];
  }

  /** The last token is the end, which is never passed. */
  #take(): TypeToken {
    const token = this.#peek();
    this.#next = Math.min(this.#next + 1, this.#tokens.length - 1);
    return token;
  }

  #accept(sign: string): boolean {
    const { kind, text } = this.#peek();
    const there = kind === 'sign' && text === sign;
    if (there) {
      this.#take();
    }
    return there;
  }

  #expect(sign: string): void {
    if (!this.#accept(sign)) {
      throw new SqlTypeError();
    }
  }
}

function plain(type: FieldType): SqlType {
  return { type, nullable: true };
}

function arrayOf({ type, nullable }: SqlType): FieldType {
  return {
    kind: 'array',
    items: type,
    ...(nullable && { nullableItems: true }),
  };
}
