import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  Contract,
  ContractProblem,
  validateContract,
} from '@understudy/contracts';

/**
 * A contract as an entity declares it.
 *
 * @public
 */
export interface EntityContract {
  /** Where it stands, such as `spec.contract`. */
  path: string;
  /** Label of the version of a feature view that it is of. */
  label?: string;
  /** As it was written. */
  document: unknown;
  /** Absent when there are problems. */
  contract?: Contract;
  problems: ContractProblem[];
}

const METADATA = [
  'name',
  'title',
  'description',
  'version',
  'status',
  'owner',
  'source',
] as const;

/**
 * Reads the contracts that an entity declares: `spec.contract` and, of feature
 * views, `spec.versions[].contract`. Each is a whole contract, or in short the
 * spec of one with its `version` beside it; then name, subject, owner and the
 * status `active` are those of the entity unless they are said.
 *
 * @public
 */
export function readEntityContracts(entity: Entity): EntityContract[] {
  const spec: Record<string, unknown> = entity.spec ?? {};
  const found: EntityContract[] = [];
  if (spec.contract !== undefined) {
    found.push(read(entity, spec.contract, 'spec.contract'));
  }
  if (Array.isArray(spec.versions)) {
    spec.versions.forEach((version, index) => {
      if (isObject(version) && version.contract !== undefined) {
        found.push({
          ...read(entity, version.contract, `spec.versions[${index}].contract`),
          ...(typeof version.label === 'string' && { label: version.label }),
        });
      }
    });
  }
  return found;
}

function read(entity: Entity, document: unknown, path: string): EntityContract {
  const ref = stringifyEntityRef(entity);
  const { contract, problems } = validateContract(complete(document, entity));
  if (!contract) {
    return { path, document, problems };
  }
  const { spec } = contract;
  const subject = inFull(spec.subject);
  if (subject !== ref) {
    return {
      path,
      document,
      problems: [
        {
          pointer: '/spec/subject',
          message: `Must be the entity that declares it, ${ref}, not ${spec.subject}`,
        },
      ],
    };
  }
  return {
    path,
    document,
    contract: {
      ...contract,
      spec: {
        ...spec,
        subject,
        ...(spec.provider && {
          provider: {
            ...spec.provider,
            subject: inFull(spec.provider.subject),
          },
        }),
      },
    },
    problems: [],
  };
}

/** A whole contract is left as it is; a short one gets what the entity says. */
function complete(document: unknown, entity: Entity): unknown {
  if (!isObject(document) || 'apiVersion' in document || 'kind' in document) {
    return document;
  }
  const { metadata } = entity;
  const owner = entity.relations?.find(
    ({ type }) => type === 'ownedBy',
  )?.targetRef;
  const said = new Map(Object.entries(document));
  const given = Object.fromEntries(
    METADATA.filter(name => said.has(name)).map(name => [name, said.get(name)]),
  );
  METADATA.forEach(name => said.delete(name));
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: metadata.name,
      status: 'active',
      ...(owner !== undefined && { owner }),
      ...given,
    },
    spec: {
      subject: stringifyEntityRef(entity),
      role: 'provider',
      ...Object.fromEntries(said),
    },
  };
}

function inFull(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultNamespace: 'default' }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
