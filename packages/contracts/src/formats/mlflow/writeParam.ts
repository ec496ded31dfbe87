import { Field } from '../../fields/Field';
import { noteLost } from '../exporting/noteLost';
import { pointerTo } from '../pointers';
import { ColumnWriter, WrittenSpec } from './ColumnWriter';

/** Writes a parameter, which MLflow wants to have a default. */
export function writeParam(
  writer: ColumnWriter,
  field: Field,
  pointer: string,
): WrittenSpec {
  const { type, default: byDefault } = field;
  noteLost(
    writer.walk,
    field,
    ['name', 'type', 'required', 'nullable', 'default'],
    pointer,
  );
  if (!byDefault) {
    writer.walk.note(
      pointer,
      'DEFAULT_INVENTED',
      'A parameter of MLflow has to have a default: null is written.',
    );
  } else if (field.required || field.nullable !== (byDefault.value === null)) {
    writer.walk.note(
      pointer,
      'NULLABLE_NOT_HELD',
      'A parameter of MLflow may be left out, and be null when that is its default.',
    );
  }
  const place = pointerTo(pointer, 'type');
  const list = type.kind === 'array';
  if (list) {
    noteLost(writer.walk, type, ['kind', 'items'], place);
  }
  return {
    ...(list
      ? writer.write(type.items, pointerTo(place, 'items'))
      : writer.write(type, place)),
    name: String(field.name),
    default: byDefault?.value ?? null,
    shape: list ? [-1] : null,
  };
}
