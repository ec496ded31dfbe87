import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  FeatureViewEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { useViewConsumers, ViewUsage } from '../consumers/useViewConsumers';
import { Loaded } from '../loading/useLoaded';
import { dataTranslationRef } from './translation';
import { FieldsSummary } from './FieldsSummary';
import { NoFields } from './NoFields';
import { UsageProblem } from './UsageProblem';
import { useFields } from './useFields';
import { useFieldsPath } from './useFieldsPath';

const SHOWN = 10;

/** Entity card: the first fields of a feature view or dataset. */
export function FieldsCard() {
  const { entity } = useEntity();
  return isFeatureViewEntity(entity) ? (
    <CardOfView view={entity} />
  ) : (
    <Card entity={entity} />
  );
}

function CardOfView(props: { view: FeatureViewEntity }) {
  return <Card entity={props.view} usage={useViewConsumers(props.view)} />;
}

function Card(props: { entity: Entity; usage?: Loaded<ViewUsage> }) {
  const { entity, usage } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const { fields, features } = useFields(entity);
  const fieldsPath = useFieldsPath();
  return (
    <EntityInfoCard
      title={t('fields.title', { count: fields.length })}
      headerActions={
        fields.length > 0 && (
          <Link to={fieldsPath(entity)}>
            {t('fields.all', { count: fields.length })}
          </Link>
        )
      }
    >
      {usage && <UsageProblem usage={usage} />}
      {fields.length === 0 ? (
        <NoFields />
      ) : (
        <FieldsSummary
          fields={fields.slice(0, SHOWN)}
          features={features}
          namespace={entity.metadata.namespace}
          usage={usage}
        />
      )}
    </EntityInfoCard>
  );
}
