import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Evaluation } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { FoldButton } from '../pieces/FoldButton';
import { Section } from '../pieces/Section';
import { versionsTranslationRef } from '../versions/translation';
import { EvaluationBlock } from './EvaluationBlock';
import { EvaluationGroup, evaluationGroups } from './evaluationGroups';

const useStyles = makeStyles(theme => ({
  group: { marginBottom: theme.spacing(3) },
  earlier: {
    marginTop: theme.spacing(1),
    paddingLeft: theme.spacing(2),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
}));

/** How a version did, the newest evaluation of each dataset and split first. */
export function EvaluationsSection(props: { evaluations: Evaluation[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <Section title={t('versionEvidence.evaluations')}>
      {evaluationGroups(props.evaluations).map(group => (
        <Group key={group.key} group={group} />
      ))}
    </Section>
  );
}

function Group(props: { group: EvaluationGroup }) {
  const { newest, earlier } = props.group;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.group}>
      <EvaluationBlock evaluation={newest} />
      {earlier.length > 0 && (
        <FoldButton
          open={open}
          onToggle={() => setOpen(!open)}
          show={t('versionEvidence.earlier', { count: earlier.length })}
          hide={t('versionEvidence.hideEarlier')}
        />
      )}
      {open &&
        earlier.map(evaluation => (
          <div key={evaluation.id} className={classes.earlier}>
            <EvaluationBlock evaluation={evaluation} />
          </div>
        ))}
    </div>
  );
}
