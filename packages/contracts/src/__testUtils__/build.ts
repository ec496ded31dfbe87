import { Contract, ContractSpec, Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType, ObjectFieldType } from '../fields/FieldType';
import { ScalarType } from '../fields/scalars';

/** Builders of contracts for tests; each part can be overridden. */

export function scalar(type: ScalarType, rest: object = {}): FieldType {
  return { kind: 'scalar', type, ...rest } as FieldType;
}

export function field(
  name: string | number,
  type: FieldType | ScalarType = 'float64',
  rest: Partial<Field> = {},
): Field {
  return {
    name,
    type: typeof type === 'string' ? scalar(type) : type,
    required: true,
    nullable: false,
    ...rest,
  };
}

export function object(
  fields: Field[],
  rest: Partial<ObjectFieldType> = {},
): ObjectFieldType {
  return { kind: 'object', fields, unknown: 'ignore', ...rest };
}

export function port(
  schema: FieldType | Field[],
  rest: Partial<Port> = {},
): Port {
  return {
    name: rest.direction === 'in' ? 'inputs' : 'outputs',
    direction: 'out',
    schema: Array.isArray(schema) ? object(schema) : schema,
    ...rest,
  };
}

export function contract(
  ports: Port[] = [],
  rest: {
    version?: string;
    spec?: Partial<ContractSpec>;
    metadata?: Partial<Contract['metadata']>;
  } = {},
): Contract {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: 'churn',
      version: rest.version ?? '1.0.0',
      status: 'active',
      ...rest.metadata,
    },
    spec: {
      subject: 'model:default/churn',
      role: 'provider',
      ports,
      ...rest.spec,
    },
  };
}

export function consumer(
  ports: Port[] = [],
  spec: Partial<ContractSpec> = {},
): Contract {
  return contract(ports, {
    metadata: { name: 'caller' },
    spec: {
      subject: 'component:default/caller',
      role: 'consumer',
      provider: { subject: 'model:default/churn', range: '^1.0.0' },
      ...spec,
    },
  });
}
