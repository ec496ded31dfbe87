import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Evaluation } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { ActorName } from '../pieces/ActorName';
import { DigestChip } from '../pieces/DigestChip';
import { FoldButton } from '../pieces/FoldButton';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from '../versions/translation';
import { DatasetName } from './DatasetName';
import { evaluatedOn } from './evaluationGroups';
import { MeasuredTable } from './MeasuredTable';
import { Slices } from './Slices';

/** One evaluation: on what, when and with what, its metrics and its slices. */
export function EvaluationBlock(props: { evaluation: Evaluation }) {
  const { evaluation } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [open, setOpen] = useState(false);
  const data = evaluatedOn(evaluation);
  const { slices, tool, runUri } = evaluation;
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        <DatasetName value={evaluation.dataset} />
        {evaluation.split && ` · ${evaluation.split}`}{' '}
        {evaluation.datasetDigest && (
          <DigestChip digest={evaluation.datasetDigest} strength="reported" />
        )}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('versionEvidence.evaluated')} <Since time={evaluation.evaluatedAt} />
        {tool && ` · ${t('versionEvidence.tool', { tool })}`}
        {' · '}
        {t('versionEvidence.addedBy', {
          who: <ActorName actor={evaluation.addedBy} />,
        })}
        {runUri && (
          <>
            {' · '}
            <RunLink uri={runUri} />
          </>
        )}
      </Typography>
      <MeasuredTable
        label={t('versionEvidence.metricsOf', { data })}
        of={t('versionEvidence.metric.name')}
        rows={evaluation.metrics.map(metric => ({
          name: metric.name,
          rawName: metric.rawName,
          metric,
        }))}
      />
      {slices.length > 0 && (
        <FoldButton
          open={open}
          onToggle={() => setOpen(!open)}
          show={t('versionEvidence.slices.show', { count: slices.length })}
          hide={t('versionEvidence.slices.hide')}
        />
      )}
      {open && (
        <Slices
          slices={slices}
          label={t('versionEvidence.slices.label', { data })}
        />
      )}
    </>
  );
}

/** A run has an address, or only a name such as `runs:/4f2a`. */
function RunLink(props: { uri: string }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  return /^https?:/i.test(props.uri) ? (
    <Link to={props.uri} underline="always">
      {t('versionEvidence.run')}
    </Link>
  ) : (
    <>{props.uri}</>
  );
}
