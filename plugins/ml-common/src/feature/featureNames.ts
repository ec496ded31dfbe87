import { toDistinctNames } from '../entity/toEntityName';

/**
 * The names of the Feature entities that the catalog makes of a view's fields,
 * in their order: `<view>.<field>`, cleaned, shortened and told apart as
 * {@link toEntityNames} does. Give it all fields of the view, also those that
 * are no entities: a name depends on the fields before it.
 *
 * The fields of a view with a dot in its name always get a hash. Fields may
 * have dots in theirs as well, so `b` of view `x.a` and `a.b` of view `x` would
 * else come to one name, and only one of them into the catalog.
 *
 * @public
 */
export function featureNames(view: string, fields: string[]): string[] {
  return toDistinctNames(
    fields.map(field => {
      const text = `${view}.${field}`;
      // A view's name has no hash sign, so this stands for one field of one view.
      return {
        text,
        identity: view.includes('.') ? `${view}#${field}` : text,
      };
    }),
  );
}
