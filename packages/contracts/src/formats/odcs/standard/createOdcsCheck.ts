import { isParsedObject } from '../../importing/values';
import { valueAt } from '../../jsonSchema/references';
import { LossNote } from '../../LossNote';
import { pointerKeys } from '../../pointers';
import { isOld } from '../noteVersion';
import { describeError } from './describeError';
import { odcsSchema } from './odcsSchema';
import { OdcsVersion } from './OdcsVersion';
import { SchemaError, SchemaValidator } from './SchemaError';

const MAX_NOTES = 100;

/** What an import says of its own accord where a document breaks the standard. */
const SAID_BY_IMPORT: readonly string[] = [
  ...['KEY_MISSING', 'KIND_UNKNOWN', 'LOGICAL_TYPE_UNKNOWN'],
  ...['NOT_AS_THE_STANDARD_SAYS', 'NEWER_THAN_ITS_VERSION'],
  ...['STANDARD_VERSION_UNKNOWN', 'PROPERTY_WITHOUT_NAME'],
  'OBJECT_WITHOUT_NAME',
];

/**
 * Makes a check that a parsed document of the Open Data Contract Standard keeps
 * to the version of the standard that it names; of other versions than 3.0, to
 * 3.1. Use it beside {@link importOdcs}, which reads documents that do not, as
 * far as it can.
 *
 * This package knows the rules and no validator: `compile` is that of
 * `new Ajv2019({ allErrors: true, strict: false })` from `ajv/dist/2019`, and is
 * called once for each version that comes up.
 *
 * The check returns a note of the code `AGAINST_THE_STANDARD` for each place
 * that breaks the standard, 100 at most; given the notes of the import, it
 * leaves out places that those tell of already.
 *
 * @public
 */
export function createOdcsCheck(
  compile: (schema: object) => SchemaValidator,
): (document: unknown, imported?: readonly LossNote[]) => LossNote[] {
  const validators = new Map<OdcsVersion, SchemaValidator>();
  return (document, imported = []) => {
    const version = isParsedObject(document) && isOld(document) ? '3.0' : '3.1';
    const validate = validators.get(version) ?? compile(odcsSchema(version));
    validators.set(version, validate);
    if (validate(document)) {
      return [];
    }
    const said = new Set(
      imported
        .filter(({ code }) => SAID_BY_IMPORT.includes(code))
        .map(({ pointer }) => pointer),
    );
    return toNotes(validate.errors ?? [], document, `ODCS ${version}`).filter(
      ({ pointer }) => !said.has(pointer),
    );
  };
}

function toNotes(
  errors: readonly SchemaError[],
  document: unknown,
  standard: string,
): LossNote[] {
  const notes = new Map<string, LossNote>();
  for (const error of errors) {
    // What single branches miss says the keyword around them in one sentence.
    if (/\/(oneOf|anyOf)\/\d+\//.test(error.schemaPath)) {
      continue;
    }
    const value = valueAt(document, pointerKeys(error.instancePath));
    const found = describeError(error, value, standard);
    if (!found) {
      continue;
    }
    if (notes.size === MAX_NOTES) {
      notes.set('', {
        pointer: '',
        code: 'TRUNCATED',
        message: `More than ${MAX_NOTES} places break ${standard}; the rest is left out.`,
      });
      break;
    }
    // A place may be refused for more than one reason that say the same.
    notes.set(`${found.pointer}\n${found.message}`, {
      pointer: found.pointer,
      code: 'AGAINST_THE_STANDARD',
      message: found.message,
    });
  }
  return [...notes.values()];
}
