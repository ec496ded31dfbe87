import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  Promotion,
  PromotionApproval,
  PromotionApprovalRequirement,
} from '@understudy/plugin-ml-common';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { VerdictIcon } from '../pieces/VerdictIcon';
import { promotionTranslationRef } from './translation';

/** Which approvals are needed, from whom, and who has given theirs. */
export function WhoMustAct(props: { promotion: Promotion }) {
  const { requirements, approvals } = props.promotion;
  const { t } = useTranslationRef(promotionTranslationRef);
  return (
    <Section title={t('approvals.title')}>
      {requirements.length === 0 && (
        <Typography variant="body2">{t('approvals.none')}</Typography>
      )}
      {requirements.map(requirement => (
        <Requirement
          key={requirement.id}
          requirement={requirement}
          approvals={approvals.filter(
            ({ requirementId }) => requirementId === requirement.id,
          )}
        />
      ))}
    </Section>
  );
}

function Requirement(props: {
  requirement: PromotionApprovalRequirement;
  approvals: PromotionApproval[];
}) {
  const { requirement, approvals } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const { title, groups, quorum, approved, satisfied, notice, eligible } =
    requirement;
  return (
    <>
      <Typography variant="body1">
        <VerdictIcon status={satisfied ? 'pass' : 'pending'} />{' '}
        <strong>{title}</strong>{' '}
        {t('approvals.count', {
          approved: String(approved),
          quorum: String(quorum),
        })}
      </Typography>
      {groups.length > 0 && (
        <Typography variant="body2" component="div">
          {t('approvals.by')}{' '}
          <EntityRefLinks entityRefs={groups} defaultKind="group" />
        </Typography>
      )}
      {notice && (
        <Alert severity={eligible === 'nobody' ? 'error' : 'info'}>
          {notice}
        </Alert>
      )}
      <ul>
        {approvals.map(approval => (
          <Typography component="li" variant="body2" key={approval.id}>
            <EntityRefLink entityRef={approval.approver} defaultKind="user" />{' '}
            {t(`approvals.decision.${approval.decision}`)}{' '}
            <Since time={approval.at} />
            {approval.staleSince && (
              <>
                {' · '}
                {t('approvals.stale')} {approval.staleCause}
              </>
            )}
            {approval.reason && <MarkdownContent content={approval.reason} />}
          </Typography>
        ))}
      </ul>
    </>
  );
}
