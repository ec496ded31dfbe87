import { InputError } from '@backstage/errors';

/** A column that a search is ordered by. */
export interface SearchOrder {
  key: string;
  descending: boolean;
}

/**
 * Reads what a search is ordered by, such as `name` or `version_number DESC`.
 * Throws InputError.
 *
 * @param allowed - the keys there are.
 */
export function parseOrderBy(
  items: readonly string[],
  allowed: readonly string[],
): SearchOrder[] {
  const orders = items.map((item): SearchOrder => {
    const match =
      /^\s*(?:attributes?\.)?(`?)([a-z_]+)\1(?:\s+(asc|desc))?\s*$/i.exec(item);
    if (!match || !allowed.includes(match[2])) {
      throw new InputError(
        `order_by '${item}' is none of ${allowed.join(', ')}, each with or without ASC or DESC after it`,
      );
    }
    return { key: match[2], descending: match[3]?.toLowerCase() === 'desc' };
  });
  const keys = orders.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) {
    throw new InputError(`order_by names '${twice}' twice`);
  }
  return orders;
}
