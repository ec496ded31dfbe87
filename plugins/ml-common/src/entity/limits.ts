/**
 * How much one entity may hold inline. The catalog copies every leaf of an
 * entity into its search table, so what is larger belongs in a contract or in
 * lineage.
 *
 * @public
 */
export const entityLimits = {
  /** Items in any one list. */
  listItems: 500,
  /** Versions in `spec.versions` of a Model that has no registry. */
  inlineVersions: 100,
  /** Levels of objects and lists below `spec`. */
  depth: 16,
  /** Values of all kinds below `spec`, all lists and objects together. */
  values: 10_000,
  /** Characters of a model card or other long text. */
  textLength: 100_000,
} as const;
