/** Bounds of `GET /columns`. */
export const columnLimits = {
  depth: { default: 5, most: 50 },
  /** Fields of the answer. */
  fields: { default: 300, most: 2000 },
  fieldLength: 4096,
};
