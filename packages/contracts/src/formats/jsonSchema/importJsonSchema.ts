import { findBrokenText } from '../../canonical/findUnheld';
import { Port } from '../../contract/Contract';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { dropUnfitDefaults } from '../importing/dropUnfitDefaults';
import { withNull } from '../importing/unions';
import { isParsedObject, quote } from '../importing/values';
import { ImportedPort, ImportedPortOptions, LossNote } from '../LossNote';
import { pointerKeys, pointerTo } from '../pointers';
import { valueAt } from './references';
import { SchemaReader } from './SchemaReader';

/**
 * Reads a JSON Schema, 2020-12 or draft-07, parsed. Compare what it gives under
 * the profile `jsonschema-strict` or `jsonschema-lenient`.
 *
 * What the types of contracts cannot express (`not`, `if`, `patternProperties`,
 * a reference to another document, ...) becomes opaque at the place where it is, with
 * a note; it is never left out as if it were not there.
 *
 * @throws {@link ContractFormatError} for what is no JSON Schema, for types
 * nested deeper than 64 levels and for more than 5,000 fields.
 *
 * @public
 */
export function importJsonSchema(
  schema: unknown,
  options: ImportedPortOptions = {},
): ImportedPort {
  if (!isParsedObject(schema) && typeof schema !== 'boolean') {
    throw new ContractFormatError(
      '',
      `A schema is an object, true or false, and this is ${quote(schema)}.`,
    );
  }
  refuseUnheld(findBrokenText(schema));
  const walk = new FormatWalk();
  const reader = new SchemaReader(schema, walk);
  const root = withNull(reader.readType(schema, ''));
  const definitions = reader.definitions.readAll(reference =>
    withNull(reader.readType(reference.schema, reference.target)),
  );
  const port: Port = {
    name: options.name ?? 'data',
    direction: options.direction ?? 'out',
    schema: root,
    ...(definitions.length > 0 && { definitions }),
    ordering: 'named',
  };
  dropUnfitDefaults(port, walk);
  return { port, lossy: walk.lossy.map(note => placeNote(note, schema)) };
}

/** Merged schemas are in no place of the document: their notes point to the nearest one that is there. */
function placeNote(note: LossNote, document: unknown): LossNote {
  const keys = pointerKeys(note.pointer);
  while (keys.length > 0 && valueAt(document, keys) === undefined) {
    keys.pop();
  }
  return { ...note, pointer: pointerTo('', ...keys) };
}
