import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ModelEntity } from '@understudy/plugin-ml-common';
import { consumptionsOf } from '../consumers/consumptionsOf';
import { CardColumns } from '../pieces/CardColumns';
import { VersionLink } from '../pieces/VersionLink';
import { mlTranslationRef } from '../translation';
import { RelationGroups } from './RelationGroups';
import { needs, reliances } from './relatedEntities';

/** Entity card: what the model is made from, and who relies on it. */
export function InputsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity<ModelEntity>();
  return (
    <EntityInfoCard title={t('inputs.title')}>
      <CardColumns>
        <RelationGroups
          entity={entity}
          title={t('inputs.needs')}
          types={needs}
          renderMore={ref => <Consumptions model={entity} view={ref} />}
        />
        <RelationGroups
          entity={entity}
          title={t('inputs.consumers')}
          types={reliances}
        />
      </CardColumns>
    </EntityInfoCard>
  );
}

/** Which version and fields of a feature view are read, and through which path. */
function Consumptions(props: { model: ModelEntity; view: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <>
      {consumptionsOf(props.model, props.view).map(
        ({ version, fields, mode }, index) => (
          <span key={`${version} ${mode}`}>
            {index > 0 && ';'}
            {version && (
              <>
                {' '}
                <VersionLink model={props.view} version={version} />
              </>
            )}
            {` · ${t(`consumptionMode.${mode}`)} · `}
            {fields
              ? t('inputs.fields', { count: fields.length })
              : t('inputs.allFields')}
          </span>
        ),
      )}
    </>
  );
}
