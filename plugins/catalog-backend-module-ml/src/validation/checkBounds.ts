import { entityLimits } from '@understudy/plugin-ml-common';
import { EntityProblem } from './EntityProblem';

/**
 * Checks the size and shape that hold for every property of a spec, whatever
 * its schema: depth, number of values, length of lists, and keys that the
 * catalog could not tell apart. Runs before everything else, so that the rest
 * works on bounded input. Stops at the first problem.
 */
export function checkBounds(spec: unknown): EntityProblem[] {
  const keys = new Map<string, string>();
  let values = 0;

  function visit(
    value: unknown,
    path: string,
    depth: number,
  ): EntityProblem | undefined {
    values++;
    if (values > entityLimits.values) {
      return {
        path: 'spec',
        message: `holds more than ${entityLimits.values} values; keep the rest in a contract or outside the catalog`,
      };
    }
    if (depth > entityLimits.depth) {
      return {
        path,
        message: `is nested deeper than ${entityLimits.depth} levels`,
      };
    }
    if (Array.isArray(value)) {
      return visitList(value, path, depth);
    }
    return typeof value === 'object' && value !== null
      ? visitObject(value, path, depth)
      : undefined;
  }

  function visitList(list: unknown[], path: string, depth: number) {
    if (list.length > entityLimits.listItems) {
      return {
        path,
        message: `holds ${list.length} items; at most ${entityLimits.listItems} are allowed`,
      };
    }
    return first(list, (item, index) =>
      visit(item, `${path}[${index}]`, depth + 1),
    );
  }

  function visitObject(value: object, path: string, depth: number) {
    return first(Object.entries(value), ([key, child]) => {
      const childPath = `${path}.${key}`;
      // The catalog's search table knows neither case nor list positions, and
      // an entity with two such keys would load but never show up.
      const searchKey = childPath.replace(/\[\d+\]/g, '');
      const known = keys.get(searchKey.toLowerCase());
      if (known !== undefined && known !== searchKey) {
        return {
          path: childPath,
          message: `differs from '${known}' in letter case only, which the catalog cannot tell apart; rename one of them`,
        };
      }
      keys.set(searchKey.toLowerCase(), searchKey);
      return visit(child, childPath, depth + 1);
    });
  }

  const problem = visit(spec, 'spec', 0);
  return problem ? [problem] : [];
}

function first<T>(
  items: T[],
  check: (item: T, index: number) => EntityProblem | undefined,
): EntityProblem | undefined {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
