import { Contract } from '@understudy/contracts';

/**
 * A contract that was worked out with its fields in the order of the one before,
 * and what is new behind. Tools list the columns of a table in orders of their
 * own, which is no change of the table.
 */
export function inOrderOf(live: Contract, before: Contract): Contract {
  const ports = live.spec.ports.map(port => {
    const known = before.spec.ports.find(({ name }) => name === port.name);
    if (known?.schema.kind !== 'object' || port.schema.kind !== 'object') {
      return port;
    }
    const places = new Map(
      known.schema.fields.map(({ name }, place) => [name, place]),
    );
    const placeOf = (name: string | number) => places.get(name) ?? places.size;
    const fields = [...port.schema.fields].sort(
      (a, b) => placeOf(a.name) - placeOf(b.name),
    );
    return { ...port, schema: { ...port.schema, fields } };
  });
  return { ...live, spec: { ...live.spec, ports } };
}
