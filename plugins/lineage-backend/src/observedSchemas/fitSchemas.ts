import { schemaLimits } from './schemaLimits';
import { SchemaHead } from './sql/selectSchemaHeads';

/** The schemas of one entity that go into an answer. */
export interface FittingSchemas {
  /** The node of the entity. */
  id: number;
  heads: SchemaHead[];
  /** Some are left out. */
  truncated: boolean;
}

/**
 * As many entities, in their order, as an answer has room for: at least one.
 * Of an entity that is too large by itself, the schemas observed last.
 */
export function fitSchemas(
  entities: readonly { id: number; heads: readonly SchemaHead[] }[],
): FittingSchemas[] {
  const fitting: FittingSchemas[] = [];
  let room: number = schemaLimits.characters;
  for (const { id, heads } of entities) {
    const kept = cut(heads);
    const size = kept.reduce((sum, { length }) => sum + length, 0);
    if (fitting.length > 0 && size > room) {
      break;
    }
    room -= size;
    fitting.push({ id, heads: kept, truncated: kept.length < heads.length });
  }
  return fitting;
}

function cut(heads: readonly SchemaHead[]): SchemaHead[] {
  const kept: SchemaHead[] = [];
  let room: number = schemaLimits.characters;
  for (const head of heads.slice(0, schemaLimits.datasets)) {
    room -= head.length;
    if (room < 0 && kept.length > 0) {
      break;
    }
    kept.push(head);
  }
  return kept;
}
