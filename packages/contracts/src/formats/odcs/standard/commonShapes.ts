import { OdcsVersion } from './OdcsVersion';
import {
  amount,
  anything,
  listOf,
  named,
  part,
  Shape,
  Shapes,
  single,
  text,
  texts,
} from './shapes';

/** Parts about the document: whom it concerns, what it costs, what is promised. */
export function commonShapes(version: OdcsVersion): Shapes {
  const isOld = version === '3.0';
  const extras: Shapes = { customProperties: named('customProperties') };
  return {
    tags: listOf(text),
    customProperties: listOf(
      part(
        version,
        { property: text, value: anything },
        isOld ? [] : ['property', 'value'],
        { description: text },
      ),
    ),
    authoritativeDefinitions: listOf(
      part(version, texts('url', 'type'), ['url', 'type'], {
        description: text,
      }),
    ),
    support: listOf(
      part(
        version,
        texts(
          ...['channel', 'url', 'description', 'tool', 'scope'],
          'invitationUrl',
        ),
        isOld ? ['channel', 'url'] : ['channel'],
        extras,
      ),
    ),
    price: part(version, {
      priceAmount: amount,
      ...texts('priceCurrency', 'priceUnit'),
    }),
    roles: listOf(
      part(
        version,
        {
          ...texts('role', 'description', 'access'),
          ...texts('firstLevelApprovers', 'secondLevelApprovers'),
          ...extras,
        },
        ['role'],
      ),
    ),
    slaProperties: listOf(
      part(
        version,
        {
          ...{ value: single, valueExt: single },
          ...texts('property', 'unit', 'element', 'driver'),
        },
        ['property', 'value'],
        texts('description', 'scheduler', 'schedule'),
      ),
    ),
    team: teamShape(version),
  };
}

/** A list of its members; since 3.1 also an object that has a name. */
function teamShape(version: OdcsVersion): Shape {
  const extras: Shapes = {
    tags: named('tags'),
    customProperties: named('customProperties'),
    authoritativeDefinitions: named('authoritativeDefinitions'),
  };
  const members = listOf(
    part(
      version,
      texts(
        ...['username', 'name', 'description', 'role', 'dateIn', 'dateOut'],
        'replacedByUsername',
      ),
      version === '3.0' ? [] : ['username'],
      extras,
    ),
  );
  return version === '3.0'
    ? members
    : {
        ...part(version, texts('name', 'description'), [], {
          ...extras,
          members,
        }),
        ...{ items: members.items, type: ['array', 'object'] },
      };
}
