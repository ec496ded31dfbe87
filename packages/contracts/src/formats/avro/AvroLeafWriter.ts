import { EnumFieldType, ScalarFieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { AvroNames, isAvroName } from './AvroNames';
import { noteNearest } from './noteNearest';
import { writeAvroScalar } from './writeAvroScalar';

/** Writes types that have no others inside. */
export class AvroLeafWriter {
  readonly #walk: FormatWalk;
  readonly #names: AvroNames;

  constructor(walk: FormatWalk, names: AvroNames) {
    this.#walk = walk;
    this.#names = names;
  }

  writeScalar(
    type: ScalarFieldType,
    pointer: string,
    hint: string,
    namespace: string,
  ): Json {
    const { schema, nearest, held } = writeAvroScalar(type);
    if (nearest !== undefined) {
      noteNearest(type.type, nearest, pointer, this.#walk);
    }
    noteLost(this.#walk, type, ['kind', 'type', ...held], pointer);
    return typeof schema === 'object' && schema.type === 'fixed'
      ? this.#names.define(
          { name: type.name, aliases: type.aliases, hint },
          namespace,
          pointer,
          () => schema,
        )
      : schema;
  }

  writeEnum(
    type: EnumFieldType,
    pointer: string,
    hint: string,
    namespace: string,
  ): Json {
    const symbols = type.symbols.filter(
      symbol => typeof symbol === 'string' && isAvroName(symbol),
    );
    if (type.base !== 'string' || symbols.length < type.symbols.length) {
      const what = 'an enum of other values than names';
      noteNearest(what, type.base, pointer, this.#walk);
      return this.writeScalar(
        { kind: 'scalar', type: type.base },
        pointer,
        hint,
        namespace,
      );
    }
    noteLost(this.#walk, { ordered: type.ordered || undefined }, [], pointer);
    return this.#names.define(
      { name: type.name, aliases: type.aliases, hint },
      namespace,
      pointer,
      () => ({
        type: 'enum',
        symbols,
        ...(typeof type.fallback === 'string' && { default: type.fallback }),
      }),
    );
  }
}
