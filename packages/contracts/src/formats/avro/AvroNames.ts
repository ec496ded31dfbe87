import { Json } from '../../fields/json';
import { FormatWalk } from '../FormatWalk';
import { quote } from '../importing/values';
import { namespaceOf } from './names';

type Named = { [key: string]: Json };

interface Naming {
  name?: string;
  aliases?: readonly string[];
  /** What a type without a name is called after. */
  hint: string;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PRIMITIVES: ReadonlySet<string> = new Set([
  ...['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'],
  ...['record', 'enum', 'fixed', 'array', 'map', 'union', 'error'],
]);

export function isAvroName(name: string): boolean {
  return NAME.test(name) && name.length <= 1_000;
}

function isFullName(name: string): boolean {
  return name.split('.').every(isAvroName) && !PRIMITIVES.has(name);
}

/** The names of one schema: each stands for one type, and is written as it is seen from where it stands. */
export class AvroNames {
  readonly #walk: FormatWalk;
  readonly #taken = new Set<string>();
  /** Full names by the definitions of the port. */
  readonly #definitions = new Map<string, string>();
  #expected: string | undefined;

  constructor(walk: FormatWalk) {
    this.#walk = walk;
  }

  /** Says that the type that is defined next is this definition of the port; nothing: that it is none. */
  expect(definition: string | undefined): void {
    this.#expected = definition;
  }

  /** The name of a definition that was written before. */
  refer(definition: string, namespace: string): string | undefined {
    const name = this.#definitions.get(definition);
    return name === undefined ? undefined : seenFrom(namespace, name);
  }

  /** Writes a named type; the work gets its name and the namespace inside of it. */
  define(
    { name, aliases = [], hint }: Naming,
    namespace: string,
    pointer: string,
    work: (name: string, namespace: string) => Named,
  ): Named {
    const full = this.#fullName(name, hint, pointer);
    if (this.#expected !== undefined) {
      this.#definitions.set(this.#expected, full);
      this.#expected = undefined;
    }
    const inner = namespaceOf(full);
    const held = aliases.filter(
      alias => isFullName(alias) && (inner === '' || alias.includes('.')),
    );
    if (held.length < aliases.length) {
      this.#walk.note(
        pointer,
        'NAME_NOT_HELD',
        'An alias is no name that Avro can have here, and is left out.',
      );
    }
    return {
      ...work(full, inner),
      name: full,
      // A name without dots would otherwise be one of the namespace around it.
      ...(inner === '' && namespace !== '' && { namespace: '' }),
      ...(held.length > 0 && { aliases: held }),
    };
  }

  /** A name for a field that no other field of its record has. */
  fieldName(name: string, taken: Set<string>, pointer: string): string {
    const free = unused(toName(name), taken);
    taken.add(free);
    if (free !== name) {
      this.#walk.note(
        pointer,
        'NAME_NOT_HELD',
        `${quote(name)} is no name of Avro: it is written as ${free}.`,
      );
    }
    return free;
  }

  /** The aliases of a field that are names of Avro. */
  fieldAliases(
    aliases: readonly string[] | undefined,
    pointer: string,
  ): { aliases?: string[] } {
    const held = (aliases ?? []).filter(isAvroName);
    if (held.length < (aliases?.length ?? 0)) {
      this.#walk.note(
        pointer,
        'NAME_NOT_HELD',
        'An alias is no name of Avro, and is left out.',
      );
    }
    return held.length > 0 ? { aliases: held } : {};
  }

  /** What a union may have once. */
  labelOf(schema: Json): string {
    if (typeof schema === 'string') {
      return schema;
    }
    const { name, type } = schema as Named;
    return typeof name === 'string' ? name : String(type);
  }

  #fullName(name: string | undefined, hint: string, pointer: string): string {
    const wanted =
      name !== undefined && isFullName(name)
        ? name
        : (name ?? hint).split('.').map(toName).join('.');
    const free = unused(
      PRIMITIVES.has(wanted) ? `${wanted}_` : wanted,
      this.#taken,
    );
    this.#taken.add(free);
    if (free !== name) {
      this.#walk.note(
        pointer,
        'NAMED',
        `Avro asks for a name here: the type is called ${free}.`,
      );
    }
    return free;
  }
}

function toName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 200);
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let next = 2; taken.has(free); next += 1) {
    free = `${name}_${next}`;
  }
  return free;
}

/** A name as it has to be written inside of a namespace to mean the same. */
function seenFrom(namespace: string, name: string): string {
  return namespace === namespaceOf(name)
    ? name.slice(namespaceOf(name).length).replace(/^\./, '')
    : name;
}
