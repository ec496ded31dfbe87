import { FieldType } from '../../fields/FieldType';

/** A type, with null told apart from it as fields, items and values hold it. */
export interface NullableType {
  type: FieldType;
  nullable: boolean;
}

/** A union of branches without its null, and without a union where one branch is left. */
export function unionOf(branches: readonly NullableType[]): NullableType {
  const nullable = branches.some(
    branch => branch.nullable || branch.type.kind === 'null',
  );
  const types = branches
    .map(branch => branch.type)
    .filter(type => type.kind !== 'null');
  if (types.length === 0) {
    return nullable
      ? { type: { kind: 'null' }, nullable }
      : { type: { kind: 'never' }, nullable };
  }
  return {
    type: types.length === 1 ? types[0] : { kind: 'union', of: types },
    nullable,
  };
}

/** A type for a place that knows no `nullable`, such as the root of a port. */
export function withNull({ type, nullable }: NullableType): FieldType {
  if (!nullable || type.kind === 'null' || type.kind === 'any') {
    return type;
  }
  return {
    kind: 'union',
    of: [{ kind: 'null' }, ...(type.kind === 'union' ? type.of : [type])],
  };
}
