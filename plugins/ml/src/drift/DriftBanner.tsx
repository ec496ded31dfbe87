import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { AliasDriftChoice } from '@understudy/plugin-ml-common';
import { ExplainedButton } from '../pieces/ExplainedButton';
import { Since } from '../pieces/Since';
import { promotionRouteRef } from '../routes';
import { registryTranslationRef } from '../models/translation';
import { refusalOf } from './refusalOf';
import { NamedDrift } from './useDrift';
import { useDriftWords } from './useDriftWords';

const CHOICES = ['report', 'adopt', 'revert'] as const;

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** Says where a registry and the decision differ, with what can be done. */
export function DriftBanner(props: {
  named: NamedDrift;
  onChoose: (choice: AliasDriftChoice) => void;
}) {
  const { named, onChoose } = props;
  const { drift } = named;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const promotionPath = useRouteRef(promotionRouteRef);
  const words = useDriftWords(named);
  const labels = {
    report: t('drift.choice.report'),
    adopt: t('drift.choice.adopt', { version: words.found }),
    revert: t('drift.choice.revert', { version: words.decided }),
  };
  return (
    <Alert
      severity={drift.state === 'open' ? 'warning' : 'info'}
      className={classes.root}
    >
      <AlertTitle>{t('drift.title', { where: words.where })}</AlertTitle>
      <div>
        {t('drift.sentence', words)} <Since time={drift.since} />.
      </div>
      {drift.choice && (
        <div>
          {t('drift.reported', {
            by: drift.choice.by,
            reason: drift.choice.reason,
          })}
        </div>
      )}
      {drift.wanted === 'revert' && <div>{t('drift.underWay', words)}</div>}
      {drift.promotionId && (
        <Link to={promotionPath({ id: drift.promotionId })} underline="always">
          {t('drift.promotion', words)}
        </Link>
      )}
      <div className={classes.choices}>
        {CHOICES.map(choice => {
          const told = drift.notAllowed?.find(one => one.choice === choice);
          const refusal = refusalOf(drift, choice);
          return (
            <ExplainedButton
              key={choice}
              size="small"
              variant="outlined"
              color="inherit"
              aria-label={t('drift.choiceAt', {
                choice: labels[choice],
                where: words.where,
              })}
              reason={
                told?.reason ?? (refusal && t(`drift.refused.${refusal}`))
              }
              onClick={() => onChoose(choice)}
            >
              {labels[choice]}
            </ExplainedButton>
          );
        })}
      </div>
    </Alert>
  );
}
