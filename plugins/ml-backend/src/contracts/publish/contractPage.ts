import { parseEntityRef } from '@backstage/catalog-model';

/** Topic of the events and notifications about contracts. */
export const CONTRACT_TOPIC = 'ml.contract';

/** The page of the portal that shows the contract of an entity. */
export function contractPage(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${namespace}/${kind}/${name}/contract`.toLowerCase();
}
