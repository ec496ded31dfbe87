import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelVersionSummary } from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { TakenBackTag } from '../evidence/TakenBackTag';
import { ActorName } from '../pieces/ActorName';
import { BreakableName } from '../pieces/BreakableName';
import { ChoosableColumn, ChoosableTable } from '../pieces/ChoosableTable';
import { DigestChip } from '../pieces/DigestChip';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { versionsTranslationRef } from './translation';
import { ChangeText } from './ChangeText';
import { MetricKey, metricValue } from './metricSeries';
import { VersionSource } from './VersionSource';

const useStyles = makeStyles({
  checkbox: { padding: 0 },
});

/** Versions, one a row. Two to four can be chosen for comparison. */
export function VersionsTable(props: {
  versions: ModelVersionSummary[];
  metric?: MetricKey;
  selected: string[];
  onToggle: (label: string) => void;
  /** No further version can be chosen. */
  full: boolean;
  /** Stands above the table. */
  actions: ReactNode;
}) {
  const { versions, metric, selected, onToggle, full } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const column = (
    id: 'stages' | 'created' | 'by' | 'change' | 'source' | 'digest',
  ) => {
    const name = t(`versions.table.${id}`);
    return { id, name, title: name };
  };
  const columns: ChoosableColumn<ModelVersionSummary>[] = [
    {
      id: 'select',
      name: t('versions.table.compare'),
      title: t('versions.table.compare'),
      always: true,
      render: ({ label }) => {
        const checked = selected.includes(label);
        return (
          <Checkbox
            size="small"
            color="primary"
            className={classes.checkbox}
            checked={checked}
            disabled={full && !checked}
            onChange={() => onToggle(label)}
            inputProps={{
              'aria-label': t('versions.table.select', {
                version: formatVersion(label),
              }),
            }}
          />
        );
      },
    },
    {
      id: 'version',
      name: t('versions.table.version'),
      title: t('versions.table.version'),
      always: true,
      render: version => (
        <>
          <VersionLink
            model={version.model}
            version={version.label}
            aliases={version.aliases}
          />{' '}
          <TakenBackTag tombstone={version.tombstone} />
          {version.variant && (
            <Typography variant="body2" color="textSecondary">
              {version.variant}
            </Typography>
          )}
        </>
      ),
    },
    {
      ...column('stages'),
      render: ({ assignments, everAssigned }) => {
        if (assignments.length === 0) {
          return everAssigned ? t('versions.table.before') : undefined;
        }
        return assignments.map(({ stage, target, slot }) => (
          <StageChip
            key={`${stage} ${target.environment} ${target.segment} ${slot}`}
            stage={stage}
            target={target}
            slot={slot}
          />
        ));
      },
    },
    {
      id: 'metric',
      name: t('versions.table.metric'),
      title: metric ? (
        <BreakableName name={metric.name} />
      ) : (
        t('versions.table.metric')
      ),
      align: 'right',
      render: version => {
        const value = metric && metricValue(version, metric);
        return value === undefined ? '–' : formatNumber(value);
      },
    },
    {
      ...column('created'),
      render: ({ createdAt, goneSince }) => (
        <>
          <Since time={createdAt} />
          {goneSince && (
            <Typography variant="body2" color="textSecondary">
              {t('version.goneSince')} <Since time={goneSince} />
            </Typography>
          )}
        </>
      ),
    },
    {
      ...column('by'),
      render: ({ createdBy }) => createdBy && <ActorName actor={createdBy} />,
    },
    {
      ...column('change'),
      render: ({ change }) => (change ? <ChangeText change={change} /> : '–'),
    },
    {
      ...column('source'),
      optional: true,
      render: ({ source }) => <VersionSource source={source} />,
    },
    {
      ...column('digest'),
      render: ({ digest, digestStrength }) => (
        <DigestChip digest={digest} strength={digestStrength} />
      ),
    },
  ];
  return (
    <ChoosableTable
      id="versions"
      label={t('versions.table.label')}
      rows={versions}
      rowKey={version => version.id}
      isSelected={version => selected.includes(version.label)}
      columns={columns}
      actions={props.actions}
    />
  );
}
