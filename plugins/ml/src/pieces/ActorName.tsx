import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did something: a person, linked, or the subject of a service as it is. */
export function ActorName(props: { actor: string }) {
  return /^user:[\w-]+\/[\w.-]+$/i.test(props.actor) ? (
    <EntityRefLink entityRef={props.actor} defaultKind="user" />
  ) : (
    <>{props.actor}</>
  );
}
