import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Contract,
  dayOf,
  Field,
  importOpenLineageSchema,
} from '@understudy/contracts';
import {
  DataField,
  isDatasetEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';
import { derivedContract } from './derivedContract';

const CLASSIFICATIONS = [
  'public',
  'internal',
  'confidential',
  'restricted',
] as const;

/**
 * What the declared fields of a feature view or dataset come to as a contract.
 * Types are read as those of tables; what is no such type is only compared with
 * itself. Nothing where no fields are declared.
 */
export function fieldsContract(entity: Entity): Contract | undefined {
  const declared = declaredFields(entity);
  if (declared.length === 0) {
    return undefined;
  }
  const { port } = importOpenLineageSchema({
    fields: declared.map(({ name, type, description }) => ({
      name,
      ...(type !== undefined && { type }),
      ...(description !== undefined && { description }),
    })),
  });
  if (port.schema.kind !== 'object') {
    throw new Error('The fields of a table are read as an object');
  }
  const fields = port.schema.fields.map((field, index) =>
    describe(field, declared[index]),
  );
  const keys = isFeatureViewEntity(entity) ? (entity.spec.joinKeys ?? []) : [];
  const named = new Set(fields.map(({ name }) => name));
  const key = keys.map(({ name }) => name).filter(name => named.has(name));
  return derivedContract({
    name: entity.metadata.name,
    owner: ownerOf(entity),
    subject: stringifyEntityRef(entity),
    ports: [
      {
        ...port,
        schema: { ...port.schema, fields },
        ...(key.length > 0 && { key }),
      },
    ],
    profile: 'sql',
  });
}

/** The fields that a feature view or dataset declares. */
export function declaredFields(entity: Entity): readonly DataField[] {
  return isDatasetEntity(entity) || isFeatureViewEntity(entity)
    ? (entity.spec.fields ?? [])
    : [];
}

function describe(field: Field, declared: DataField): Field {
  const { unit, personalData, deprecated } = declared;
  const classification = CLASSIFICATIONS.find(
    word => word === declared.classification,
  );
  return {
    ...field,
    ...(unit !== undefined && { unit }),
    ...(classification && { classification }),
    ...(personalData &&
      personalData.length > 0 && { personalData: [...personalData] }),
    ...(deprecated?.since !== undefined && {
      deprecated: {
        // Entities may say the hour as well; contracts say the day.
        since: dayOf(deprecated.since) ?? deprecated.since,
        ...(deprecated.replacedBy !== undefined && {
          replacement: deprecated.replacedBy,
        }),
        ...(deprecated.reason !== undefined && { reason: deprecated.reason }),
      },
    }),
  };
}
