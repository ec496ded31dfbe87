import { Field } from '../fields/Field';

export type Classification = NonNullable<Field['classification']>;

const levels: readonly Classification[] = [
  'public',
  'internal',
  'confidential',
  'restricted',
];

/** How secret a level is; what is not classified counts as public. */
export function classificationRank(level: Classification | undefined): number {
  return levels.indexOf(level ?? 'public');
}
