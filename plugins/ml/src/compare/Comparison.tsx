import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { VersionComparison } from '@understudy/plugin-ml-common';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../pieces/EmptyState';
import { Section } from '../pieces/Section';
import { versionsTranslationRef } from '../versions/translation';
import { ComparedEvaluations } from './ComparedEvaluations';
import { differencesOf } from './differencesOf';
import { DifferencesTable } from './DifferencesTable';
import { groupMetrics, groupName } from './groupMetrics';
import { MetricCharts } from './MetricCharts';
import { MetricsTable } from './MetricsTable';

// The engine of contracts is large; it is fetched when signatures differ.
const SignatureVerdicts = lazy(() => import('./SignatureVerdicts'));

/** Metrics in full; of everything else only what differs. */
export function Comparison(props: {
  comparison: VersionComparison;
  /** It stands inside a card already. */
  nested?: boolean;
}) {
  const { nested } = props;
  const { versions, metrics } = props.comparison;
  const { evaluations = [], truncated = [] } = props.comparison;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [asChart, setAsChart] = useState(false);
  const groups = groupMetrics(metrics);
  const differences = differencesOf(props.comparison);
  const same = differences.filter(({ rows }) => rows.length === 0);
  return (
    <>
      {evaluations.length > 0 && (
        <ComparedEvaluations
          evaluations={evaluations}
          versions={versions}
          nested={nested}
        />
      )}
      {truncated.length > 0 && (
        <Typography variant="body2" color="textSecondary" paragraph>
          {t('compared.truncated', { what: truncated.join(', ') })}
        </Typography>
      )}
      {(groups.length > 0 || evaluations.length === 0) && (
        <Section
          nested={nested}
          title={t('compare.metrics')}
          actions={
            groups.length > 0 && (
              <Button size="small" onClick={() => setAsChart(!asChart)}>
                {t(asChart ? 'compare.asTable' : 'compare.asChart')}
              </Button>
            )
          }
        >
          {groups.length === 0 && (
            <EmptyState
              title={t('compare.noMetrics')}
              why={t('version.noMetricsWhy')}
            />
          )}
          {groups.map(group => (
            <div key={groupName(group)}>
              <Typography variant="body2">
                {groupName(group) || t('compare.unknownData')}
              </Typography>
              {asChart ? (
                <MetricCharts group={group} versions={versions} />
              ) : (
                <MetricsTable group={group} versions={versions} />
              )}
            </div>
          ))}
        </Section>
      )}
      {props.comparison.signature.length > 0 && (
        <Section nested={nested} title={t('compared.callers.title')}>
          <Suspense fallback={<Skeleton height={28} />}>
            <SignatureVerdicts versions={versions} />
          </Suspense>
        </Section>
      )}
      {differences
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, rows }) => (
          <Section key={id} nested={nested} title={t(`compare.${id}`)}>
            <DifferencesTable
              label={t(`compare.${id}`)}
              rows={rows}
              versions={versions}
            />
          </Section>
        ))}
      {same.length > 0 && (
        <Typography variant="body2">
          {t('compare.same', {
            what: same.map(({ id }) => t(`compare.part.${id}`)).join(', '),
          })}
        </Typography>
      )}
    </>
  );
}
