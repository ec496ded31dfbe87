import { isParsedObject, own } from '../importing/values';

/** What may be in a union once; nothing for what reading refuses anyway. */
export function branchLabel(
  branch: unknown,
  namespace: string,
): string | undefined {
  if (typeof branch === 'string') {
    return branch;
  }
  if (!isParsedObject(branch)) {
    return undefined;
  }
  const type = own(branch, 'type');
  const name = own(branch, 'name');
  if (typeof name !== 'string') {
    return typeof type === 'string' ? type : undefined;
  }
  const space = own(branch, 'namespace') ?? namespace;
  return name.includes('.') || !space ? name : `${space}.${name}`;
}
