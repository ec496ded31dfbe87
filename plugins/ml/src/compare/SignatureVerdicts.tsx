import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { formatVersion } from '../pieces/formatVersion';
import { versionsTranslationRef } from '../versions/translation';
import { judgeSignature } from './judgeSignature';

/** More than these nobody reads; the tables below have all fields. */
const MOST_FINDINGS = 20;

const useStyles = makeStyles(theme => ({
  version: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
  findings: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) },
}));

/**
 * Whether those who call the baseline can call the others instead. The default
 * export, because the engine behind it is loaded lazily.
 */
export default function SignatureVerdicts(props: { versions: ModelVersion[] }) {
  const [baseline, ...others] = props.versions;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const judge = (version: ModelVersion) =>
    baseline.signature && version.signature
      ? judgeSignature(baseline.signature, version.signature)
      : { verdict: 'unverifiable' as const, findings: [] };
  return (
    <>
      {others.map(version => {
        const { verdict, findings } = judge(version);
        return (
          <div key={version.id} className={classes.version}>
            <Typography variant="body2">
              {t(`compared.callers.${verdict}`, {
                version: formatVersion(version.label),
                baseline: formatVersion(baseline.label),
              })}
            </Typography>
            <ul className={classes.findings}>
              {findings
                .slice(0, MOST_FINDINGS)
                .map(({ ruleId, port, pointer, message, remediation }) => (
                  <Typography
                    key={`${ruleId} ${port} ${pointer}`}
                    component="li"
                    variant="body2"
                  >
                    {message} {remediation}
                  </Typography>
                ))}
            </ul>
            {findings.length > MOST_FINDINGS && (
              <Typography variant="body2" color="textSecondary">
                {t('compared.callers.more', {
                  count: findings.length - MOST_FINDINGS,
                })}
              </Typography>
            )}
          </div>
        );
      })}
    </>
  );
}
