import { Contract, Field, Port } from '@understudy/contracts';

/** A field as contracts hold it. */
export function field(name: string, overrides: Partial<Field> = {}): Field {
  return {
    name,
    type: { kind: 'scalar', type: 'float64' },
    required: true,
    nullable: false,
    ...overrides,
  };
}

/** A port that rows are read from. */
export function outPort(fields: Field[], name = 'features'): Port {
  return {
    name,
    direction: 'out',
    schema: { kind: 'object', fields, unknown: 'ignore' },
  };
}

/** What a feature view offers, with what a test cares about. */
export function contractOf(
  options: {
    subject?: string;
    version?: string;
    status?: Contract['metadata']['status'];
    fields?: Field[];
    spec?: Partial<Contract['spec']>;
  } = {},
): Contract {
  const {
    subject = 'featureview:default/card-activity',
    version = '1.0.0',
    status = 'active',
    fields = [field('spend_7d')],
  } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: 'card-activity', version, status },
    spec: {
      subject,
      role: 'provider',
      ports: [outPort(fields)],
      ...options.spec,
    },
  };
}

/** What somebody expects of the same view. */
export function expectationOf(options: {
  subject: string;
  provider?: string;
  range?: string;
  version?: string;
  fields: Field[];
}): Contract {
  const {
    subject,
    provider = 'featureview:default/card-activity',
    range = '^1.0.0',
    ...rest
  } = options;
  return contractOf({
    ...rest,
    subject,
    spec: { role: 'consumer', provider: { subject: provider, range } },
  });
}
