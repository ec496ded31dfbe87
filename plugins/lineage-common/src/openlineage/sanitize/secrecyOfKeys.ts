import { JsonMap } from '../reading/checks';
import { isEnvironment, Secrecy, secrecyOf } from './secretKeys';

/** Maps whose keys are columns: a column `password` is no password. */
const BY_COLUMN = new Set(['fields', 'columnMetrics']);
/** Every facet has them, and they are public addresses. */
const ORIGIN = new Set(['_producer', '_schemaURL']);

/**
 * What to take out of the values of a map.
 *
 * @param mapKey - of the property that holds the map, directly or in lists.
 * @param inherited - from there.
 */
export function secrecyOfKeys(
  map: JsonMap,
  mapKey: string,
  inherited: Secrecy,
): (key: string, value: unknown) => Secrecy {
  const byColumn = BY_COLUMN.has(mapKey);
  const environment = isEnvironment(mapKey);
  const pair = secrecyOfPair(map);

  const own = (key: string, value: unknown): Secrecy => {
    const isObject = typeof value === 'object';
    if (environment && !isObject) {
      return key === 'name' || key === 'key' ? 0 : 2;
    }
    if (key === 'value' && pair > 0) {
      return pair;
    }
    return byColumn && isObject ? 0 : secrecyOf(key);
  };

  return (key, value) => {
    if (ORIGIN.has(key)) {
      return 0;
    }
    const secrecy = own(key, value);
    return secrecy > inherited ? secrecy : inherited;
  };
}

/** `{name: 'DB_PASSWORD', value: ...}` as parameters are often written. */
function secrecyOfPair(map: JsonMap): Secrecy {
  if (map.value === undefined) {
    return 0;
  }
  for (const name of [map.name, map.key]) {
    if (typeof name === 'string' && secrecyOf(name) > 0) {
      return secrecyOf(name);
    }
  }
  return 0;
}
