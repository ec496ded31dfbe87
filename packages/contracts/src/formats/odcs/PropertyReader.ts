import { Field, FieldConstraints } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { isRequired } from './isRequired';
import { PropertyTypeReader } from './PropertyTypeReader';
import { readFieldMeaning } from './readFieldMeaning';
import { readQuality } from './readQuality';
import { isFilledText, isFlag, isObject, member } from './tolerant';
import { withUniqueIds } from './withUniqueIds';

/** Reads the properties of schema objects as fields, as far as they keep to the standard. */
export class PropertyReader {
  readonly #walk: FormatWalk;
  readonly #types: PropertyTypeReader;
  readonly #finish: (source: ParsedObject, field: Field) => Field;

  /** `finish` sees each field with the property that it was read from. */
  constructor(
    walk: FormatWalk,
    finish: (source: ParsedObject, field: Field) => Field = (_, field) => field,
  ) {
    this.#walk = walk;
    this.#types = new PropertyTypeReader(walk, (properties, pointer) =>
      this.readAll(properties, pointer),
    );
    this.#finish = finish;
  }

  readAll(properties: readonly unknown[], pointer: string): Field[] {
    const fields = new Map<string, Field>();
    properties.forEach((property, index) => {
      const at = pointerTo(pointer, index);
      const name = isObject(property) ? own(property, 'name') : undefined;
      if (!isObject(property) || !isFilledText(name)) {
        this.#walk.note(
          at,
          'PROPERTY_WITHOUT_NAME',
          'A property is an object with a name: this one is left out.',
        );
      } else if (fields.has(name)) {
        this.#walk.note(
          at,
          'DUPLICATE_NAME',
          `The name ${quote(name)} was there before; this property is left out.`,
        );
      } else {
        this.#walk.countField(at, name);
        fields.set(name, this.#finish(property, this.read(property, at)));
      }
    });
    return withUniqueIds([...fields.values()], pointer, this.#walk);
  }

  /** Reads one property that has a name. */
  read(source: ParsedObject, pointer: string): Field {
    const walk = this.#walk;
    const { type, constraints } = walk.deeper(pointer, () =>
      this.#types.read(source, pointer),
    );
    const unique = member(
      source,
      'unique',
      isFlag,
      'true or false',
      pointer,
      walk,
    );
    const all: FieldConstraints = { ...constraints, ...(unique && { unique }) };
    const rules = readQuality(source, pointer, walk);
    return {
      ...readFieldMeaning(source, pointer, walk),
      name: String(own(source, 'name')),
      type,
      required: true,
      nullable: !isRequired(source, pointer, walk),
      ...(Object.keys(all).length > 0 && { constraints: all }),
      ...(rules && { quality: rules }),
    };
  }
}
