import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@understudy/contracts';
import { useId } from 'react';
import { FirstFew } from '../../pieces/FirstFew';
import { contractTranslationRef } from '../translation';
import { FindingText } from './FindingText';

const SEVERITIES = ['error', 'warning', 'info'] as const;
// A renewed schema has hundreds.
const FEW = 10;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Findings in words, the worst first. */
export function FindingList(props: { findings: Finding[] }) {
  const { t } = useTranslationRef(contractTranslationRef);
  if (props.findings.length === 0) {
    return (
      <Typography variant="body2">{t('contract.findings.none')}</Typography>
    );
  }
  return (
    <>
      {SEVERITIES.map(severity => {
        const findings = props.findings.filter(
          each => each.severity === severity,
        );
        return (
          findings.length > 0 && (
            <FindingGroup
              key={severity}
              title={t(`contract.findings.severity.${severity}`, {
                amount: String(findings.length),
              })}
              findings={findings}
            />
          )
        );
      })}
    </>
  );
}

function FindingGroup(props: { title: string; findings: Finding[] }) {
  const { title, findings } = props;
  const classes = useStyles();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Typography id={headingId} variant="subtitle2" component="h4">
        {title}
      </Typography>
      <FirstFew items={findings} few={FEW} label={title}>
        {shown => (
          <ul className={classes.list}>
            {shown.map((finding, index) => (
              <li key={`${index} ${finding.ruleId} ${finding.pointer}`}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  );
}
