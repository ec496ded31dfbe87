import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { mlTranslationRef } from '../translation';
import { RefLink } from './RefLink';

const ENTITY_REF = /^(user|group):([^/:]+\/)?[^/:]+$/i;
const PORTAL = /^system:/;

/**
 * Who did something: a person or team, linked, the portal itself, or the
 * subject of a service as it is.
 */
export function ActorName(props: { actor: string }) {
  const { actor } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  if (ENTITY_REF.test(actor)) {
    return <RefLink value={actor} kind="user" />;
  }
  return <>{PORTAL.test(actor) ? t('actor.system') : actor}</>;
}
