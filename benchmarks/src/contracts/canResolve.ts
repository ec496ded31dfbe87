import { Type } from 'avsc';

/** Whether avsc reads what was written as another type. */
export function canResolve(reader: Type, writer: Type): boolean {
  try {
    reader.createResolver(writer);
    return true;
  } catch (error) {
    if (error instanceof Error && /cannot|no matching/i.test(error.message)) {
      return false;
    }
    throw error;
  }
}
