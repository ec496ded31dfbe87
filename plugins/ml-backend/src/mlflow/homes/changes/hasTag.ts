import { ChangedTag } from './AskedChange';

/** Whether something has a tag with a value, or none with that key. */
export function hasTag(
  told: { tags: readonly { key: string; value: string }[] },
  { key, value }: ChangedTag,
): boolean {
  return told.tags.find(tag => tag.key === key)?.value === value;
}
