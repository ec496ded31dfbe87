import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import Report from '@material-ui/icons/Report';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { FindingSeverity } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';

// Octagon, triangle, circle: they differ without colour.
const ICONS = {
  error: Report,
  warning: ReportProblemOutlined,
  info: InfoOutlined,
} as const;

const useStyles = makeStyles(theme => ({
  error: { color: theme.palette.error.main },
  warning: { color: theme.palette.warning.main },
  info: { color: theme.palette.text.secondary },
}));

/** The icon of a finding, with the severity in words for screen readers. */
export function SeverityIcon(props: { severity: FindingSeverity }) {
  const { severity } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const Icon = ICONS[severity];
  return (
    <Icon
      fontSize="small"
      className={classes[severity]}
      titleAccess={t(`contract.findings.severityWord.${severity}`)}
    />
  );
}
