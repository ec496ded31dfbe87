import { EntityRefLink } from '@backstage/plugin-catalog-react';

// Full refs only. A URI, such as that of a third party's base model, has its
// slashes in other places.
const ENTITY_REF = /^[a-z]+:[\w.-]+\/[\w.-]+$/i;

/** What a component refers to: linked where it is an entity of the catalog. */
export function ComponentRef(props: { text: string }) {
  return ENTITY_REF.test(props.text) ? (
    <EntityRefLink entityRef={props.text} />
  ) : (
    <>{props.text}</>
  );
}
