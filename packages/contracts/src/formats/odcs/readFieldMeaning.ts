import { Field } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { isFilledText, isFlag, isList, isText, member } from './tolerant';

const CLASSIFICATIONS = [
  ...(['public', 'internal', 'confidential', 'restricted'] as const),
] as const;

/** What a property says of the meaning of its values. */
export function readFieldMeaning(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Pick<Field, 'id' | 'description' | 'tags' | 'classification' | 'critical'> {
  const id = member(source, 'id', isFilledText, 'a text', pointer, walk);
  const description = member(
    source,
    'description',
    isText,
    'a text',
    pointer,
    walk,
  );
  const tags = member(source, 'tags', isList, 'a list', pointer, walk)?.filter(
    isFilledText,
  );
  const critical = member(
    source,
    'criticalDataElement',
    isFlag,
    'true or false',
    pointer,
    walk,
  );
  return {
    ...(id !== undefined && { id }),
    ...(description !== undefined && { description }),
    ...(tags && tags.length > 0 && { tags }),
    ...readClassification(source, pointer, walk),
    ...(critical && { critical }),
  };
}

function readClassification(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Pick<Field, 'classification'> {
  const text = member(
    source,
    'classification',
    isText,
    'a text',
    pointer,
    walk,
  );
  const classification = CLASSIFICATIONS.find(
    known => known === text?.toLowerCase(),
  );
  if (text !== undefined && text !== '' && classification === undefined) {
    walk.note(
      pointerTo(pointer, 'classification'),
      'CLASSIFICATION_NOT_HELD',
      `A contract knows ${CLASSIFICATIONS.join(', ')}, and not ${quote(text)}: it is kept for ODCS only.`,
    );
  }
  return classification === undefined ? {} : { classification };
}
