import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { FoundVersion } from '@understudy/plugin-ml-common';
import { TakenBackTag } from '../evidence/TakenBackTag';
import { DataTable } from '../pieces/DataTable';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { OwnerChip } from '../pieces/OwnerChip';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { mlTranslationRef } from '../translation';
import { shownMetrics } from './shownMetrics';

const MOST_METRICS = 3;

const useStyles = makeStyles({ metric: { whiteSpace: 'nowrap' } });

/** Versions of many models, one a row. */
export function FoundVersionsTable(props: {
  versions: FoundVersion[];
  /** Names of the metrics that were asked for. */
  metrics: string[];
}) {
  const { versions, metrics } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  return (
    <DataTable
      label={t('search.table.label')}
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'model',
          title: t('search.table.model'),
          minWidth: 160,
          render: ({ model }) => (
            <EntityRefLink
              entityRef={model}
              defaultKind={parseEntityRef(model).kind}
            />
          ),
        },
        {
          id: 'version',
          title: t('search.table.version'),
          render: version => <VersionName version={version} />,
        },
        {
          id: 'owner',
          title: t('search.table.owner'),
          render: ({ owner }) => <OwnerChip owner={owner} />,
        },
        {
          id: 'where',
          title: t('search.table.where'),
          render: ({ assignments, everAssigned }) =>
            assignments.length === 0
              ? everAssigned && t('search.table.before')
              : assignments.map(({ stage, target, slot }) => (
                  <StageChip
                    key={`${stage} ${target.environment} ${target.segment} ${slot}`}
                    stage={stage}
                    target={target}
                    slot={slot}
                  />
                )),
        },
        {
          id: 'metrics',
          title: t('search.table.metrics'),
          render: version =>
            shownMetrics(version.metrics, metrics, MOST_METRICS).map(
              ({ name, value, dataset, split }) => (
                <div
                  key={`${name} ${dataset} ${split}`}
                  className={classes.metric}
                  title={[dataset, split].filter(Boolean).join(' · ')}
                >
                  {name} {formatNumber(value)}
                </div>
              ),
            ),
        },
        {
          id: 'created',
          title: t('search.table.created'),
          render: ({ createdAt }) => <Since time={createdAt} />,
        },
        {
          id: 'by',
          title: t('search.table.by'),
          render: ({ createdBy }) => createdBy,
        },
      ]}
    />
  );
}

/** Only versions of models have a page. */
function VersionName(props: { version: FoundVersion }) {
  const { model, label, aliases, tombstone } = props.version;
  return (
    <>
      {parseEntityRef(model).kind.toLowerCase() === 'model' ? (
        <VersionLink model={model} version={label} aliases={aliases} />
      ) : (
        formatVersion(label)
      )}{' '}
      <TakenBackTag tombstone={tombstone} />
    </>
  );
}
