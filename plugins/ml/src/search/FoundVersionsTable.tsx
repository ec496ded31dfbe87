import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { FoundVersion } from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { TakenBackTag } from '../evidence/TakenBackTag';
import { ActorName } from '../pieces/ActorName';
import { BreakableName } from '../pieces/BreakableName';
import { ChoosableColumn, ChoosableTable } from '../pieces/ChoosableTable';
import { DigestChip } from '../pieces/DigestChip';
import { formatNumber } from '../pieces/formatNumber';
import { OwnerChip } from '../pieces/OwnerChip';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { registryTranslationRef } from '../models/translation';
import { VersionSource } from '../versions/VersionSource';
import { VersionKind } from './foundFilters';
import { shownMetrics } from './shownMetrics';

const MOST_METRICS = 2;

// Names from registries have no spaces to break at.
const useStyles = makeStyles({ thing: { overflowWrap: 'anywhere' } });

/** Versions of many models, feature views or datasets, one a row. */
export function FoundVersionsTable(props: {
  versions: FoundVersion[];
  kind: VersionKind;
  /** Names of the metrics that were asked for. */
  metrics: string[];
  actions: ReactNode;
}) {
  const { versions, kind, metrics, actions } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const column = (
    id:
      | 'version'
      | 'owner'
      | 'where'
      | 'metrics'
      | 'contract'
      | 'created'
      | 'by'
      | 'source'
      | 'digest',
  ) => {
    const name = t(`search.table.${id}`);
    return { id, name, title: name };
  };
  const thing = t(`search.kind.${kind}`);
  const columns: ChoosableColumn<FoundVersion>[] = [
    {
      id: 'thing',
      name: thing,
      title: thing,
      always: true,
      minWidth: 120,
      render: ({ model }) => (
        <span className={classes.thing}>
          <EntityRefLink
            entityRef={model}
            defaultKind={parseEntityRef(model).kind}
          />
        </span>
      ),
    },
    {
      ...column('version'),
      always: true,
      render: ({ model, label, aliases, tombstone }) => (
        <>
          <VersionLink model={model} version={label} aliases={aliases} />{' '}
          <TakenBackTag tombstone={tombstone} />
        </>
      ),
    },
    {
      ...column('owner'),
      render: ({ owner }) => <OwnerChip owner={owner} />,
    },
    {
      ...column('where'),
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
      ...column('metrics'),
      render: version => <Metrics version={version} asked={metrics} />,
    },
    {
      ...column('contract'),
      optional: true,
      render: ({ contractVersions }) =>
        contractVersions.map(version => `v${version}`).join(', '),
    },
    {
      ...column('created'),
      render: ({ createdAt }) => <Since time={createdAt} />,
    },
    {
      ...column('by'),
      optional: kind === 'Model',
      render: ({ createdBy }) => createdBy && <ActorName actor={createdBy} />,
    },
    {
      ...column('source'),
      optional: true,
      render: ({ source }) => <VersionSource source={source} />,
    },
    {
      ...column('digest'),
      optional: true,
      render: ({ digest, digestStrength }) => (
        <DigestChip digest={digest} strength={digestStrength} />
      ),
    },
  ];
  // Only versions of models are assigned and measured.
  const ofModels: readonly string[] = ['where', 'metrics'];
  return (
    <ChoosableTable
      id={`found-versions.${kind}`}
      label={t('search.table.label')}
      rows={versions}
      rowKey={({ id }) => id}
      columns={columns.filter(
        ({ id }) => kind === 'Model' || !ofModels.includes(id),
      )}
      actions={actions}
    />
  );
}

function Metrics(props: { version: FoundVersion; asked: string[] }) {
  return (
    <>
      {shownMetrics(props.version.metrics, props.asked, MOST_METRICS).map(
        ({ name, value, dataset, split }) => (
          <div
            key={`${name} ${dataset} ${split}`}
            title={[dataset, split].filter(Boolean).join(' · ')}
          >
            <BreakableName name={name} /> {formatNumber(value)}
          </div>
        ),
      )}
    </>
  );
}
