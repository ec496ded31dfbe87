import { ContractFormatError } from '../ContractFormatError';
import { quote } from '../importing/values';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MAX_NAME = 1_000;

/** A name of a field or symbol. */
export function checkName(name: string, pointer: string): string {
  if (name.length > MAX_NAME || !NAME.test(name)) {
    throw new ContractFormatError(
      pointer,
      `A name in Avro has letters, digits and '_', and begins with no digit; this is ${quote(
        name,
      )}.`,
    );
  }
  return name;
}

/** The full name that a name stands for inside of a namespace. */
export function toFullName(
  name: string,
  namespace: string,
  pointer: string,
): string {
  name.split('.').forEach(part => checkName(part, pointer));
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

export function namespaceOf(fullName: string): string {
  return fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')));
}
