import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  UserEntity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { UNCONDITIONAL_ROLE } from './roles';

/**
 * What people may read: `all` without a look at each entity, or `some`, so that the
 * catalog looks at each entity first. They are of the same team and get the same
 * answers; only the looking differs.
 */
export type Reads = 'all' | 'some';

const TEMPLATE = 'reader-of-benchmark-template';
const LOCATION = 'url:https://git.example.com/readers.yaml';

/** A User that the catalog processes, to be copied for {@link readerNames}. */
export const readerTemplate: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: TEMPLATE,
    namespace: 'default',
    annotations: {
      [ANNOTATION_LOCATION]: LOCATION,
      [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
    },
  },
  spec: { profile: {}, memberOf: ['payments-fraud'] },
};

/** Names of users who read so much. */
export function readerNames(reads: Reads, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${prefixOf(reads)}${String(index).padStart(3, '0')}`,
  );
}

/** Whether the catalog looks at each entity before a user sees it. */
export function readsSome(userEntityRef: string): boolean {
  return userEntityRef.startsWith(
    stringifyEntityRef({
      kind: 'User',
      namespace: 'default',
      name: prefixOf('some'),
    }),
  );
}

/** Configuration with which users can sign in, besides the {@link UNCONDITIONAL_ROLE}. */
export function signInConfig(names: readonly string[]): JsonObject {
  const roles = [UNCONDITIONAL_ROLE, ...names].map(name => ({
    name,
    title: name,
    does: 'Reads lineage',
    team: 'Payments fraud',
  }));
  return { auth: { providers: { roles: { roles } } } };
}

function prefixOf(reads: Reads): string {
  return `reader-of-${reads}-`;
}
