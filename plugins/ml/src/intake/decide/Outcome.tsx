import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Report from '@material-ui/icons/Report';
import { IntakeDecisionResult } from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from '../translation';

// Shapes that differ without colour: full disc, ring with a tick, ring with a
// dash, octagon.
const ICONS = {
  accepted: CheckCircle,
  'would-accept': CheckCircleOutline,
  unchanged: RemoveCircleOutline,
  refused: Report,
} as const;

const useStyles = makeStyles(theme => ({
  icon: {
    fontSize: '1.2em',
    verticalAlign: 'text-bottom',
    marginRight: theme.spacing(0.5),
  },
  accepted: { color: theme.palette.success.main },
  'would-accept': { color: theme.palette.success.main },
  unchanged: { color: theme.palette.text.secondary },
  refused: { color: theme.palette.error.main },
}));

/** What became of one line, and why where it was refused. */
export function Outcome(props: { result: IntakeDecisionResult }) {
  const { outcome, error } = props.result;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const Icon = ICONS[outcome];
  return (
    <>
      <Icon className={`${classes.icon} ${classes[outcome]}`} aria-hidden />
      {t(`intake.outcome.${outcome}`)}
      {error && `: ${error.message}`}
    </>
  );
}
