import { Contract, Field, FieldType } from '@understudy/contracts';
import { StoredDeprecation } from '../deprecations/DeprecationStore';

/**
 * A version with what was announced of its fields in the portal, so that a
 * removal is judged by it as by what the contract says itself.
 */
export function withDeprecations(
  contract: Contract,
  deprecations: readonly StoredDeprecation[],
): Contract {
  const ofVersion = deprecations.filter(
    ({ version, field }) => field && version === contract.metadata.version,
  );
  if (ofVersion.length === 0) {
    return contract;
  }
  return {
    ...contract,
    spec: {
      ...contract.spec,
      ports: contract.spec.ports.map(port =>
        ofVersion
          .filter(({ field }) => field?.port === port.name)
          .reduce(
            (marked, { field, deprecation }) => ({
              ...marked,
              schema: mark(marked.schema, field?.path.split('.') ?? [], {
                since: deprecation.since.slice(0, 10),
                removeAfter: deprecation.removeAfter,
                ...(deprecation.replacement !== undefined && {
                  replacement: deprecation.replacement,
                }),
                reason: deprecation.reason,
              }),
            }),
            port,
          ),
      ),
    },
  };
}

function mark(
  type: FieldType,
  [name, ...rest]: readonly string[],
  deprecated: Field['deprecated'],
): FieldType {
  if (type.kind === 'array') {
    return { ...type, items: mark(type.items, [name, ...rest], deprecated) };
  }
  if (type.kind !== 'object') {
    return type;
  }
  const bare = name.replace(/\[\]$/, '');
  return {
    ...type,
    fields: type.fields.map(field => {
      if (String(field.name) !== bare) {
        return field;
      }
      return rest.length === 0
        ? { ...field, deprecated }
        : { ...field, type: mark(field.type, rest, deprecated) };
    }),
  };
}
