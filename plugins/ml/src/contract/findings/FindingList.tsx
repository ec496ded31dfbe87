import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@understudy/contracts';
import { useId } from 'react';
import { FirstFew } from '../../pieces/FirstFew';
import { contractTranslationRef } from '../translation';
import { FindingText } from './FindingText';

const GROUPS = ['error', 'waived', 'warning', 'info'] as const;
// A renewed schema has hundreds.
const FEW = 10;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Findings in words, the worst first. What is waived stands apart. */
export function FindingList(props: {
  findings: Finding[];
  /** Whether owners can be asked to accept them. */
  waivable?: boolean;
}) {
  const { t } = useTranslationRef(contractTranslationRef);
  if (props.findings.length === 0) {
    return (
      <Typography variant="body2">{t('contract.findings.none')}</Typography>
    );
  }
  return (
    <>
      {GROUPS.map(group => {
        const findings = props.findings.filter(each => groupOf(each) === group);
        return (
          findings.length > 0 && (
            <FindingGroup
              key={group}
              title={t(`contract.findings.severity.${group}`, {
                amount: String(findings.length),
              })}
              findings={findings}
              waivable={props.waivable}
            />
          )
        );
      })}
    </>
  );
}

function groupOf({ severity, waiver }: Finding): (typeof GROUPS)[number] {
  return waiver ? 'waived' : severity;
}

function FindingGroup(props: {
  title: string;
  findings: Finding[];
  waivable?: boolean;
}) {
  const { title, findings, waivable } = props;
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
                <FindingText finding={finding} waivable={waivable} />
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  );
}
