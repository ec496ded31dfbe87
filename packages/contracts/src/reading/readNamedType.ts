import { oneName } from './ReadFailure';
import type { Reading } from './Reading';
import { Slot } from './Slot';

interface NamedType {
  name?: string;
  aliases?: string[];
}

/** The part of a name behind its namespace. */
export function unqualifiedName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a reader takes a named type for its own: by its name, or by an alias. */
export function readsName(to: NamedType, from: NamedType): boolean {
  if (to.name === undefined || from.name === undefined) {
    return true;
  }
  const written = unqualifiedName(from.name);
  return [to.name, ...(to.aliases ?? [])].some(
    name => unqualifiedName(name) === written,
  );
}

export function readNamedType(
  reading: Reading,
  reader: Slot,
  to: NamedType,
  writer: Slot,
  from: NamedType,
): void {
  if (!reading.rules.namesTypes || readsName(to, from)) {
    return;
  }
  reading.fail({
    names: oneName('NAMED_TYPE_RENAMED'),
    severity: 'error',
    reader: reader.place,
    writer: writer.place,
    readerValue: to.name,
    writerValue: from.name,
  });
}
