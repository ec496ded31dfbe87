import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelVersionSummary } from '@understudy/plugin-ml-common';
import { TakenBackTag } from '../evidence/TakenBackTag';
import { DataTable } from '../pieces/DataTable';
import { DigestChip } from '../pieces/DigestChip';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { mlTranslationRef } from '../translation';
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
}) {
  const { versions, metric, selected, onToggle, full } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  return (
    <DataTable
      label={t('versions.table.label')}
      rows={versions}
      rowKey={version => version.id}
      isSelected={version => selected.includes(version.label)}
      columns={[
        {
          id: 'select',
          title: t('versions.table.compare'),
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
          title: t('versions.table.version'),
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
          id: 'stages',
          title: t('versions.table.stages'),
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
          title: metric?.name ?? t('versions.table.metric'),
          align: 'right',
          render: version => {
            const value = metric && metricValue(version, metric);
            return value === undefined ? '–' : formatNumber(value);
          },
        },
        {
          id: 'created',
          title: t('versions.table.created'),
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
          id: 'by',
          title: t('versions.table.by'),
          render: ({ createdBy }) => createdBy,
        },
        {
          id: 'source',
          title: t('versions.table.source'),
          render: ({ source }) => <VersionSource source={source} />,
        },
        {
          id: 'digest',
          title: t('versions.table.digest'),
          render: ({ digest, digestStrength }) => (
            <DigestChip digest={digest} strength={digestStrength} />
          ),
        },
      ]}
    />
  );
}
