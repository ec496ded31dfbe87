import { RefLink } from '../pieces/RefLink';

const ENTITY_REF = /^(user|group):([^/:]+\/)?[^/:]+$/i;

/** Who did something: a person is linked, the subject of a service is no entity. */
export function ActorName(props: { actor: string }) {
  const { actor } = props;
  return ENTITY_REF.test(actor) ? (
    <RefLink value={actor} kind="user" />
  ) : (
    <>{actor}</>
  );
}
