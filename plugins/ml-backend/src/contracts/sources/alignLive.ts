import { Contract, Field, Port } from '@understudy/contracts';

const UNTOLD_ROLES: ReadonlySet<NonNullable<Field['role']>> = new Set([
  'entityKey',
  'eventTime',
  'createdTime',
] as const);

/**
 * A contract that was worked out, with all that its source cannot tell taken
 * from the declared one, so that only what both speak of is compared.
 */
export function alignLive(live: Contract, declared: Contract): Contract {
  const outs = declared.spec.ports.filter(
    ({ direction }) => direction === 'out',
  );
  const [only] = live.spec.ports;
  // A table has one port, whatever the declared contract calls it.
  const renamed =
    only?.name === 'data' && outs.length === 1 ? outs[0].name : undefined;
  const ports = live.spec.ports.map(port =>
    alignPort({ ...port, name: renamed ?? port.name }, declared),
  );
  const told = new Set(ports.map(({ name }) => name));
  return {
    ...live,
    spec: {
      ...live.spec,
      ports: [
        ...ports,
        // Signatures are stored without parameters.
        ...declared.spec.ports.filter(
          ({ name }) => !told.has(name) && name === 'params',
        ),
      ],
    },
  };
}

function alignPort(port: Port, declared: Contract): Port {
  const match = declared.spec.ports.find(({ name }) => name === port.name);
  if (match?.schema.kind !== 'object' || port.schema.kind !== 'object') {
    return port;
  }
  const known = new Map(match.schema.fields.map(field => [field.name, field]));
  const told = new Set(port.schema.fields.map(({ name }) => name));
  return {
    ...port,
    schema: {
      ...port.schema,
      unknown: match.schema.unknown,
      fields: [
        ...port.schema.fields.map(field =>
          alignField(field, known.get(field.name)),
        ),
        // Sources tell of features, and not of what they are looked up by.
        ...match.schema.fields.filter(
          ({ name, role }) =>
            role !== undefined && UNTOLD_ROLES.has(role) && !told.has(name),
        ),
      ],
    },
  };
}

/** Where a source has no word on a type, what was declared is not contradicted. */
function alignField(field: Field, declared: Field | undefined): Field {
  if (!declared) {
    return field;
  }
  const isTold = field.type.kind !== 'any' && field.type.kind !== 'opaque';
  return { ...declared, type: isTold ? field.type : declared.type };
}
