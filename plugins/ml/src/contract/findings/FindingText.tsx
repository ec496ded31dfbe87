import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';
import { AskButton } from '../waivers/AskButton';
import { WaivedIcon } from '../waivers/WaivedIcon';
import { WaivedNote } from '../waivers/WaivedNote';
import { RuleName } from './RuleName';
import { SeverityIcon } from './SeverityIcon';
import { valueText } from './valueText';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(1), margin: theme.spacing(1, 0) },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  field: { fontFamily: 'monospace' },
}));

/** A finding in words: where, what, from what to what, and what to do. */
export function FindingText(props: {
  finding: Finding;
  /** Whether its owner can be asked to accept it. */
  waivable?: boolean;
}) {
  const { finding, waivable } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const place = [finding.port, finding.path].filter(Boolean).join(' · ');
  const changed = finding.old !== undefined && finding.new !== undefined;
  return (
    <div className={classes.root}>
      {finding.waiver ? (
        <WaivedIcon />
      ) : (
        <SeverityIcon severity={finding.severity} />
      )}
      <div className={classes.text}>
        {place && (
          <Typography variant="body2" className={classes.field}>
            {place}
          </Typography>
        )}
        <Typography variant="body2">{finding.message}</Typography>
        {changed && (
          <Typography variant="body2" className={classes.field}>
            {t('contract.findings.change', {
              old: valueText(finding.old),
              new: valueText(finding.new),
            })}
          </Typography>
        )}
        {finding.severity !== 'info' && (
          <Typography variant="body2" color="textSecondary">
            {t('contract.findings.remedy')} {finding.remediation}
          </Typography>
        )}
        <div>
          <RuleName id={finding.ruleId} />
        </div>
        {finding.waiver && <WaivedNote waiver={finding.waiver} />}
        {finding.against && (
          <Typography variant="caption" color="textSecondary">
            {t('contract.findings.against', { version: finding.against })}
          </Typography>
        )}
        {waivable && (
          <div>
            <AskButton findings={[finding]} />
          </div>
        )}
      </div>
    </div>
  );
}
