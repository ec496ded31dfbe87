import { FieldType } from '../../fields/FieldType';

/** A copy of a type in which each type directly inside of it is replaced. */
export function mapChildTypes(
  type: FieldType,
  replace: (child: FieldType) => FieldType,
): FieldType {
  switch (type.kind) {
    case 'object':
      return {
        ...type,
        fields: type.fields.map(field => ({
          ...field,
          type: replace(field.type),
        })),
      };
    case 'array':
      return {
        ...type,
        items: replace(type.items),
        ...(type.tuple && { tuple: type.tuple.map(replace) }),
      };
    case 'map':
      return { ...type, values: replace(type.values) };
    case 'union':
      return { ...type, of: type.of.map(replace) };
    default:
      return type;
  }
}
