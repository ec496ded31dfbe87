import {
  Contract,
  ContractSpec,
  Field,
  FieldType,
  ScalarType,
} from '@understudy/contracts';
import {
  ContractConsumer,
  ContractVersion,
  ContractWaiver,
  DeprecationProgress,
} from '@understudy/plugin-ml-common';
import { daysAgo, FRAUD_SCORE } from './builders';

export function buildField(
  name: string | number,
  type: FieldType | ScalarType = 'float64',
  rest: Partial<Field> = {},
): Field {
  return {
    name,
    type: typeof type === 'string' ? { kind: 'scalar', type } : type,
    required: true,
    nullable: false,
    ...rest,
  };
}

/** What a fraud model answers, unless other ports are given. */
export function buildContract(
  spec: Partial<ContractSpec> = {},
  metadata: Partial<Contract['metadata']> = {},
): Contract {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: 'fraud-score',
      version: '2.3.0',
      status: 'active',
      owner: 'group:default/payments-fraud',
      ...metadata,
    },
    spec: {
      subject: FRAUD_SCORE,
      role: 'provider',
      ports: [
        {
          name: 'outputs',
          direction: 'out',
          schema: {
            kind: 'object',
            unknown: 'ignore',
            fields: [
              buildField('score', 'float64', {
                role: 'score',
                constraints: { min: 0, max: 1 },
              }),
              buildField('reason_code', 'string'),
            ],
          },
        },
      ],
      ...spec,
    },
  };
}

export function buildContractVersion(
  contract: Contract = buildContract(),
  rest: Partial<ContractVersion> = {},
): ContractVersion {
  const { version, status } = contract.metadata;
  return {
    id: `contract-${contract.spec.subject}-${version}`,
    subject: contract.spec.subject,
    version,
    status,
    origin: 'attached',
    digest: `sha256:${version.replace(/\D/g, '').padStart(64, 'c')}`,
    subjectVersions: ['41', '42'],
    findings: { errors: 0, warnings: 0, infos: 0 },
    publishedBy: 'user:default/payments-scientist',
    publishedAt: daysAgo(12),
    consumers: 0,
    contract,
    ...rest,
  };
}

/** A model in production that reads these fields of the outputs. */
export function buildConsumer(
  name: string,
  paths?: string[],
  rest: Partial<ContractConsumer> = {},
): ContractConsumer {
  return {
    consumer: `model:default/${name}`,
    owner: 'group:default/payments-fraud',
    basis: 'relation',
    range: '^2.0.0',
    use: 'production',
    fields: paths?.map(path => ({ port: 'outputs', path })),
    ...rest,
  };
}

export function buildDeprecation(
  rest: Partial<DeprecationProgress> = {},
): DeprecationProgress {
  return {
    subject: FRAUD_SCORE,
    version: '2.3.0',
    field: { port: 'outputs', path: 'reason_code' },
    deprecation: {
      since: daysAgo(20),
      removeAfter: '2027-01-31',
      replacement: 'reasons',
      reason: 'One reason is too few.',
      by: 'user:default/payments-scientist',
    },
    production: { migrated: 4, total: 9 },
    training: { migrated: 0, total: 0 },
    remaining: [],
    removable: false,
    blockedBy: [],
    ...rest,
  };
}

/** One that waits for the owners of a model that reads `reason_code`. */
export function buildWaiver(
  rest: Partial<ContractWaiver> = {},
): ContractWaiver {
  return {
    id: 'W1',
    subject: FRAUD_SCORE,
    ruleId: 'REQUIRED_FIELD_MISSING',
    port: 'outputs',
    path: 'reason_code',
    pointer: '/spec/ports/0/schema/fields/1',
    consumer: 'model:default/dispute-triage',
    state: 'waiting',
    until: '2027-01-31T23:59:59.999Z',
    reason: 'It comes back in January',
    askedBy: 'user:default/payments-scientist',
    askedAt: daysAgo(2),
    decider: 'group:default/disputes',
    may: [],
    ...rest,
  };
}
