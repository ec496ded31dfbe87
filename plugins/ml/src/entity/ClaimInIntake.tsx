import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  isModelEntity,
} from '@understudy/plugin-ml-common';
import { queryString } from '../api/requestJson';
import { intakeRouteRef } from '../routes';
import { intakeTranslationRef } from '../intake/translation';

/** Whether an import made the Model and found nobody who owns it. */
export function isUnclaimedImport(entity: Entity): boolean {
  return (
    isModelEntity(entity) &&
    entity.metadata.annotations?.[ANNOTATION_IMPORTED_BY] !== undefined &&
    !entity.spec.owner
  );
}

/** The way to the record of an imported Model, where a team can take it. */
export function ClaimInIntake(props: { entity: Entity }) {
  const { annotations = {} } = props.entity.metadata;
  const { t } = useTranslationRef(intakeTranslationRef);
  const intakePath = useRouteRef(intakeRouteRef);
  const query = queryString({
    server: annotations[ANNOTATION_REGISTRY_SERVER],
    text: annotations[ANNOTATION_REGISTRY_NAME],
  });
  return <Link to={`${intakePath()}${query}`}>{t('intake.link.claim')}</Link>;
}
