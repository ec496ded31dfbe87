/**
 * A place in an entity that names other entities. One table of these per kind
 * feeds the model layer, the relations processor and the validation, so that
 * the three cannot disagree.
 *
 * @public
 */
export interface ReferenceField {
  /** Dotted path from the root. `[]` stands for every item of a list. */
  path: string;
  /** The relation it gives. Without one the reference is only checked. */
  relation?: string;
  /** The kind of a reference that names none. */
  defaultKind: string;
  /** The kinds a reference may have. Any kind when left out. */
  allowedKinds?: string[];
  /** Whether `@<label>` may follow the reference. */
  versioned?: boolean;
}

/**
 * Whether the catalog's model layer can read the field by itself. It reads
 * plain references at a fixed path, alone or as a list of strings; the rest
 * needs a processor.
 *
 * @public
 */
export function isLayerReferenceField(
  field: ReferenceField,
): field is ReferenceField & { relation: string } {
  return (
    field.relation !== undefined &&
    !field.versioned &&
    !field.path.replace(/\[\]$/, '').includes('[]')
  );
}
