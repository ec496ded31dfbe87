import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelConsumption } from '@understudy/plugin-ml-common';
import { consumerKey } from '../consumers/consumerKey';
import { Doubts } from '../consumers/Doubts';
import { useModelColumns } from '../consumers/modelColumns';
import { VersionRead } from '../consumers/VersionRead';
import { ViewConsumer } from '../consumers/viewConsumers';
import { DataTable } from '../pieces/DataTable';
import { PagedRows } from '../pieces/PagedRows';
import { mlTranslationRef } from '../translation';
import { dataTranslationRef } from '../fields/translation';

const PAGE_SIZE = 20;

/** The models that use a feature, and whether they name it. */
export function FeatureModelsTable(props: {
  field: string;
  consumers: ViewConsumer[];
}) {
  const { field, consumers } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const { model, owner, tier } = useModelColumns();

  const naming = ({ fields }: ModelConsumption) => {
    if (!fields) {
      return t('feature.readsAll');
    }
    const others = fields.length - 1;
    return others === 0
      ? t('feature.names')
      : t('feature.namesWith', { count: others });
  };

  return (
    <PagedRows items={consumers} size={PAGE_SIZE} label={t('feature.models')}>
      {shown => (
        <DataTable
          label={t('feature.models')}
          rows={shown}
          rowKey={consumerKey}
          columns={[
            model,
            {
              id: 'reads',
              title: t('consumers.column.reads'),
              minWidth: 160,
              render: ({ view, consumption, doubts }) => (
                <>
                  <VersionRead of={view} version={consumption.version} />
                  {' · '}
                  {naming(consumption)}
                  <Doubts
                    doubts={doubts.filter(
                      ({ about, name }) =>
                        about === 'version' || name === field,
                    )}
                  />
                </>
              ),
            },
            {
              id: 'path',
              title: t('consumers.column.path'),
              render: ({ consumption }) =>
                tShared(`consumptionMode.${consumption.mode}`),
            },
            owner,
            tier,
          ]}
        />
      )}
    </PagedRows>
  );
}
