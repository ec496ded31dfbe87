/** One field of a dataset, as its schema facet says. Fields of a field follow it. */
export interface SchemaField {
  name: string;
  /** With the names of the fields that it stands in, as column lineage calls it. */
  path: string;
  type?: string;
  description?: string;
  /** How deep it stands inside of other fields. */
  depth: number;
}

const MOST_DEPTH = 5;

/** The fields that a schema facet lists, whatever else it holds. */
export function schemaFields(
  value: Readonly<Record<string, unknown>> | undefined,
): SchemaField[] {
  return fieldsIn(value?.fields, []);
}

function fieldsIn(fields: unknown, parents: readonly string[]): SchemaField[] {
  if (!Array.isArray(fields) || parents.length > MOST_DEPTH) {
    return [];
  }
  return fields.flatMap((field: unknown) => {
    if (!isRecord(field) || typeof field.name !== 'string') {
      return [];
    }
    const { name, type, description } = field;
    const path = [...parents, name];
    return [
      {
        name,
        path: path.join('.'),
        type: typeof type === 'string' ? type : undefined,
        description: typeof description === 'string' ? description : undefined,
        depth: parents.length,
      },
      ...fieldsIn(field.fields, path),
    ];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
