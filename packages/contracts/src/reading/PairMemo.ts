import { FieldType } from '../fields/FieldType';

/** Remembers something of pairs of types, by identity. */
export class PairMemo<V> {
  private readonly values = new Map<FieldType, Map<FieldType, V>>();

  get(reader: FieldType, writer: FieldType): V | undefined {
    return this.values.get(reader)?.get(writer);
  }

  set(reader: FieldType, writer: FieldType, value: V): void {
    let inner = this.values.get(reader);
    if (!inner) {
      inner = new Map();
      this.values.set(reader, inner);
    }
    inner.set(writer, value);
  }

  delete(reader: FieldType, writer: FieldType): void {
    this.values.get(reader)?.delete(writer);
  }
}
