import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { ModelEntity, stewardPhases } from '@understudy/plugin-ml-common';
import { Facts } from '../pieces/Facts';
import { OwnerChip } from '../pieces/OwnerChip';
import { mlTranslationRef } from '../translation';

/** Entity card: who looks after which phase, and whom to call. */
export function StewardsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity<ModelEntity>();
  const { stewards = {}, escalation } = entity.spec;
  const { namespace } = entity.metadata;
  return (
    <EntityInfoCard title={t('stewards.title')}>
      <Facts
        facts={stewardPhases.map(phase => ({
          name: t(`stewards.phase.${phase}`),
          value: <OwnerChip owner={stewards[phase]} namespace={namespace} />,
        }))}
      />
      <Typography variant="subtitle2" component="h4">
        {t('stewards.escalation')}
      </Typography>
      {escalation ? (
        <Facts
          facts={[
            {
              name: t('stewards.onCall'),
              value: escalation.group && (
                <OwnerChip owner={escalation.group} namespace={namespace} />
              ),
            },
            { name: t('stewards.contact'), value: escalation.contact },
            {
              name: t('stewards.runbook'),
              value: escalation.url && (
                <Link to={escalation.url}>{escalation.url}</Link>
              ),
            },
          ]}
        />
      ) : (
        <Typography variant="body2">{t('stewards.noEscalation')}</Typography>
      )}
    </EntityInfoCard>
  );
}
