import { LOGICAL_TYPES, NUMBER_FORMATS } from '../logicalTypes';
import { OdcsVersion } from './OdcsVersion';
import {
  amount,
  anything,
  closed,
  count,
  flag,
  listOf,
  named,
  Shape,
  Shapes,
  stableId,
  text,
  texts,
  whole,
  words,
} from './shapes';

const FORMATS = [...NUMBER_FORMATS.keys()];

/** The objects of the schema and their properties. */
export function propertyShapes(version: OdcsVersion): Shapes {
  const isOld = version === '3.0';
  const element: Shapes = {
    ...(!isOld && { id: stableId }),
    ...texts('name', 'physicalType', 'physicalName', 'description'),
    ...{ businessName: text, quality: listOf(named('quality')) },
    ...{ tags: named('tags'), customProperties: named('customProperties') },
    authoritativeDefinitions: named('authoritativeDefinitions'),
  };
  const relations = (of: string): Shapes =>
    isOld ? {} : { relationships: listOf(named(`${of}Relationship`)) };
  const property: Shape = {
    type: 'object',
    properties: {
      ...element,
      ...relations('property'),
      logicalType: words(...logicalTypes(isOld)),
      logicalTypeOptions: { type: 'object' },
      ...{ primaryKey: flag, primaryKeyPosition: whole },
      ...{ partitioned: flag, partitionKeyPosition: whole },
      ...{ required: flag, unique: flag, criticalDataElement: flag },
      ...texts('classification', 'encryptedName'),
      ...texts('transformLogic', 'transformDescription'),
      ...{ transformSourceObjects: listOf(text), examples: listOf(anything) },
    },
    allOf: logicalTypes(isOld).map(type => ({
      // Where the type is not said, all that follows of any of them holds.
      if: { properties: { logicalType: { const: type } } },
      then: { properties: membersOf(type, isOld) },
    })),
    unevaluatedProperties: false,
  };
  return {
    object: closed(
      {
        ...element,
        ...relations('object'),
        logicalType: words('object'),
        dataGranularityDescription: text,
        properties: listOf(named('property')),
      },
      ['name'],
    ),
    property: { ...property, required: ['name'] },
    // What is in a list needs no name; in 3.0 it may have properties whatever its type is.
    item: isOld
      ? {
          ...property,
          properties: {
            ...(property.properties as Shapes),
            properties: listOf(named('property')),
          },
        }
      : property,
  };
}

function logicalTypes(isOld: boolean): string[] {
  return LOGICAL_TYPES.filter(
    type => !isOld || (type !== 'timestamp' && type !== 'time'),
  );
}

/** What a logical type adds to a property. */
function membersOf(type: string, isOld: boolean): Shapes {
  const options = optionsOf(type, isOld);
  return {
    ...(options && { logicalTypeOptions: closed(options) }),
    ...(type === 'object' && { properties: listOf(named('property')) }),
    ...(type === 'array' && { items: named('item') }),
  };
}

function optionsOf(type: string, isOld: boolean): Shapes | undefined {
  switch (type) {
    case 'string':
      return {
        ...{ minLength: count, maxLength: count },
        ...texts('pattern', 'format'),
      };
    case 'date':
      return { format: text, ...bounds(text, isOld) };
    case 'timestamp':
    case 'time':
      return {
        ...{ format: text, ...bounds(text, isOld) },
        ...{ timezone: flag, defaultTimezone: text },
      };
    case 'integer':
    case 'number':
      return {
        ...bounds(amount, isOld),
        multipleOf: { type: 'number', exclusiveMinimum: 0 },
        format: words(
          ...FORMATS.filter(
            format => format.startsWith('f') === (type === 'number'),
          ),
        ),
      };
    case 'object':
      return {
        ...{ minProperties: count, maxProperties: count },
        required: listOf(text, { minItems: 1, uniqueItems: true }),
      };
    case 'array':
      return { minItems: count, maxItems: count, uniqueItems: flag };
    default:
      return undefined;
  }
}

/** Before 3.1 the exclusive bounds said of the others that they are exclusive. */
function bounds(bound: Shape, isOld: boolean): Shapes {
  const exclusive = isOld ? flag : bound;
  return {
    ...{ minimum: bound, maximum: bound },
    ...{ exclusiveMinimum: exclusive, exclusiveMaximum: exclusive },
  };
}
