import { commonShapes } from './commonShapes';
import { OdcsVersion } from './OdcsVersion';
import { propertyShapes } from './propertyShapes';
import { qualityShape } from './qualityShape';
import { relationshipShapes } from './relationshipShapes';
import { serverShape } from './serverShapes';
import { closed, listOf, named, open, Shape, texts, words } from './shapes';

const VERSIONS_BEFORE_3_1 = [
  ...['v3.0.2', 'v3.0.1', 'v3.0.0', 'v2.2.2', 'v2.2.1', 'v2.2.0'],
];

/**
 * What a version of the Open Data Contract Standard asks of a document, as a
 * JSON Schema of 2019-09. What texts mean, such as dates and addresses, is not
 * checked.
 */
export function odcsSchema(version: OdcsVersion): Shape {
  const isOld = version === '3.0';
  return {
    $schema: 'https://json-schema.org/draft/2019-09/schema',
    ...closed(
      {
        kind: words('DataContract'),
        apiVersion: words(...(isOld ? [] : ['v3.1.0']), ...VERSIONS_BEFORE_3_1),
        ...texts('id', 'name', 'version', 'status', 'tenant', 'domain'),
        ...texts('dataProduct', 'slaDefaultElement', 'contractCreatedTs'),
        description: open({
          ...texts('purpose', 'usage', 'limitations'),
          customProperties: named('customProperties'),
          authoritativeDefinitions: named('authoritativeDefinitions'),
        }),
        servers: listOf(named('server')),
        schema: listOf(named('object')),
        ...sharedParts(),
      },
      ['version', 'apiVersion', 'kind', 'id', 'status'],
    ),
    $defs: {
      ...commonShapes(version),
      ...propertyShapes(version),
      ...(!isOld && relationshipShapes),
      server: serverShape(version),
      quality: qualityShape(version),
    },
  };
}

/** Parts that are shaped as their names say. */
function sharedParts(): Record<string, Shape> {
  const names = [
    ...['tags', 'support', 'price', 'team', 'roles', 'slaProperties'],
    ...['customProperties', 'authoritativeDefinitions'],
  ];
  return Object.fromEntries(names.map(name => [name, named(name)]));
}
