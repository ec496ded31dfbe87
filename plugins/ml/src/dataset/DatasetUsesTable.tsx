import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useModelColumns } from '../consumers/modelColumns';
import { VersionRead } from '../consumers/VersionRead';
import { DataTable } from '../pieces/DataTable';
import { PagedRows } from '../pieces/PagedRows';
import { dataTranslationRef } from '../fields/translation';
import { DatasetUse } from './datasetUses';

const PAGE_SIZE = 10;

/** What models do with a dataset, one use a row. */
export function DatasetUsesTable(props: {
  /** Its full ref. */
  dataset: string;
  uses: DatasetUse[];
}) {
  const { t } = useTranslationRef(dataTranslationRef);
  const { model, owner, tier } = useModelColumns();
  return (
    <PagedRows items={props.uses} size={PAGE_SIZE} label={t('dataset.models')}>
      {shown => (
        <DataTable
          label={t('dataset.models')}
          rows={shown}
          rowKey={use =>
            `${stringifyEntityRef(use.model)} ${use.purpose} ${use.version}`
          }
          columns={[
            model,
            {
              id: 'purpose',
              title: t('consumers.column.purpose'),
              render: ({ purpose }) => t(`dataset.purpose.${purpose}`),
            },
            {
              id: 'version',
              title: t('consumers.column.version'),
              render: ({ version }) => (
                <VersionRead of={props.dataset} version={version} />
              ),
            },
            owner,
            tier,
          ]}
        />
      )}
    </PagedRows>
  );
}
