import { Contract, FieldType } from '@understudy/contracts';
import { KnownConsumer } from '../consumers/KnownConsumer';

/** A field by port and path, as findings name it. */
export interface FieldPlace {
  port: string;
  path: string;
}

/** Whether a contract has a field, such as `address.street` of a port. */
export function hasField(contract: Contract, place: FieldPlace): boolean {
  const port = contract.spec.ports.find(({ name }) => name === place.port);
  return port !== undefined && follow(port.schema, place.path.split('.'));
}

function follow(type: FieldType, [name, ...rest]: readonly string[]): boolean {
  if (type.kind === 'array') {
    return follow(type.items, [name, ...rest]);
  }
  const bare = name.replace(/\[\]$/, '');
  const field =
    type.kind === 'object'
      ? type.fields.find(entry => String(entry.name) === bare)
      : undefined;
  return field !== undefined && (rest.length === 0 || follow(field.type, rest));
}

/**
 * Whether a consumer uses what is deprecated. Where nobody knows what it reads,
 * it does: what is not known to be free is not free.
 *
 * @param version - The version of the contract; of fields it does not matter.
 */
export function isUsing(
  consumer: KnownConsumer,
  { version, field }: { version: string; field?: FieldPlace },
  current: string | undefined,
): boolean {
  if (!field) {
    return (consumer.pinnedTo ?? current) === version;
  }
  const used = consumer.fields;
  if (used) {
    return used.some(
      ({ port, path }) => port === field.port && overlaps(path, field.path),
    );
  }
  return !consumer.contract || hasField(consumer.contract, field);
}

/** One is the other, or a part of it. */
function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
