import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { TeamList } from '../deprecation/TeamList';
import { FindingList } from '../findings/FindingList';
import { WaivedFindings } from '../waivers/WaivedFindings';
import { breakCauses } from './breakCauses';
import { CauseText } from './CauseText';
import { CheckedConsumers } from './CheckedConsumers';
import { UpgradeOrder } from './UpgradeOrder';

/** Whom a draft breaks, what to do about it, whom to tell, in what order. */
export function CheckResult(props: {
  check: ContractCheck;
  /** Number that the draft would get. */
  version: string;
  /** Whether it is about what was typed before. */
  isOld: boolean;
}) {
  const { check, version, isOld } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const causes = breakCauses(check);
  const waived = check.consumers.flatMap(({ findings }) =>
    findings.filter(({ severity, waiver }) => waiver && severity === 'error'),
  );
  const unverifiable = check.consumers.filter(
    ({ verdict }) => verdict === 'unverifiable',
  ).length;
  return (
    <>
      {isOld && (
        <Typography variant="body2" color="textSecondary">
          {t('contract.try.verdict.old')}
        </Typography>
      )}
      <div role="status">
        {causes.length === 0 && (
          <Typography variant="body2">
            {t(
              check.consumers.length > 0
                ? 'contract.try.verdict.nobody'
                : 'contract.try.verdict.nobodyChecked',
            )}
          </Typography>
        )}
        {causes.map(cause => (
          <CauseText key={cause.key} cause={cause} />
        ))}
        {unverifiable > 0 && (
          <Typography variant="body2">
            {t('contract.try.verdict.unverifiable', { count: unverifiable })}
          </Typography>
        )}
        {!check.complete && (
          <Typography variant="body2" color="textSecondary">
            {t('contract.try.verdict.incomplete')}
          </Typography>
        )}
      </div>
      {waived.length > 0 && (
        <Section nested title={t('contract.try.verdict.waived')}>
          <WaivedFindings findings={waived} />
        </Section>
      )}
      {check.consumers.length > 0 && (
        <>
          <Section nested title={t('contract.try.verdict.order')}>
            <UpgradeOrder check={check} version={version} />
          </Section>
          {check.tell.length > 0 && (
            <Section nested title={t('contract.try.verdict.tell')}>
              <TeamList teams={check.tell} />
            </Section>
          )}
          <Section nested title={t('contract.try.verdict.consumers')}>
            <CheckedConsumers consumers={check.consumers} />
          </Section>
        </>
      )}
      {check.lint.length > 0 && (
        <Section nested title={t('contract.try.verdict.lint')}>
          <FindingList findings={check.lint} />
        </Section>
      )}
    </>
  );
}
