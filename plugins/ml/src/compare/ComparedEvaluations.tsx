import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  EvaluationComparison,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { Section } from '../pieces/Section';
import { versionsTranslationRef } from '../versions/translation';
import { EvaluationCharts } from './EvaluationCharts';
import { EvaluationsTable } from './EvaluationsTable';
import { groupEvaluations } from './groupEvaluations';

/** How versions did on the same data, with what of it may be chance. */
export function ComparedEvaluations(props: {
  evaluations: EvaluationComparison[];
  versions: ModelVersion[];
  nested?: boolean;
}) {
  const { evaluations, versions, nested } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [charts, setCharts] = useState(false);
  return (
    <Section
      nested={nested}
      title={t('compared.evaluations')}
      actions={
        <Button
          size="small"
          aria-expanded={charts}
          onClick={() => setCharts(!charts)}
        >
          {t(charts ? 'compared.noCharts' : 'compared.charts')}
        </Button>
      }
    >
      {groupEvaluations(evaluations).map(group => (
        <div key={group.key}>
          <Typography variant="body2">{group.data}</Typography>
          {charts && <EvaluationCharts group={group} versions={versions} />}
          <EvaluationsTable group={group} versions={versions} />
        </div>
      ))}
    </Section>
  );
}
