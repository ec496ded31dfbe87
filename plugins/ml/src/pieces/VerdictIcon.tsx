import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import HelpOutline from '@material-ui/icons/HelpOutline';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Report from '@material-ui/icons/Report';
import VerifiedUserOutlined from '@material-ui/icons/VerifiedUserOutlined';
import { GateStatus } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';
import { Verdict, verdictOf } from './verdict';

// Five outlines that differ without colour: tick in a disc, octagon, ring with
// a question mark, shield, ring with a dash.
const ICONS = {
  pass: CheckCircle,
  fail: Report,
  unknown: HelpOutline,
  waived: VerifiedUserOutlined,
  notApplicable: RemoveCircleOutline,
} as const;

const useStyles = makeStyles(theme => ({
  pass: { color: theme.palette.success.main },
  fail: { color: theme.palette.error.main },
  unknown: { color: theme.palette.warning.main },
  waived: { color: theme.palette.info.main },
  notApplicable: { color: theme.palette.text.secondary },
}));

/** The icon of a verdict, with the status in words for screen readers. */
export function VerdictIcon(props: { status: GateStatus }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const verdict: Verdict = verdictOf(props.status);
  const Icon = ICONS[verdict];
  return (
    <Icon
      className={classes[verdict]}
      fontSize="small"
      titleAccess={t(`gateStatus.${props.status}`)}
    />
  );
}
