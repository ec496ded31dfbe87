import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { highestTier, ModelEntity } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { OwnerChip } from '../pieces/OwnerChip';
import { RefLink } from '../pieces/RefLink';
import { TierChip } from '../pieces/TierChip';
import { mlTranslationRef } from '../translation';
import { useRiskTiers } from './useRiskTiers';

/** Entity card: what the model is used for, and the risk of each use. */
export function UsesCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity<ModelEntity>();
  const tiers = useRiskTiers();
  const uses = entity.spec.uses ?? [];
  const highest = highestTier(uses, tiers);
  return (
    <EntityInfoCard
      title={t('uses.title')}
      headerActions={
        <TierChip tier={highest.tier} complete={highest.complete} />
      }
    >
      {uses.length === 0 ? (
        <EmptyState title={t('uses.empty')} why={t('uses.emptyWhy')} />
      ) : (
        <DataTable
          label={t('uses.title')}
          rows={uses}
          rowKey={use => use.id}
          columns={[
            {
              id: 'purpose',
              title: t('uses.purpose'),
              render: ({ purpose, rationale }) => (
                <>
                  {purpose}
                  {rationale && (
                    <Typography variant="body2" color="textSecondary">
                      {rationale}
                    </Typography>
                  )}
                </>
              ),
            },
            {
              id: 'tier',
              title: t('uses.tier'),
              render: ({ riskTier }) => <TierChip tier={riskTier} />,
            },
            {
              id: 'owner',
              title: t('uses.owner'),
              render: ({ owner }) => (
                <OwnerChip
                  owner={owner}
                  namespace={entity.metadata.namespace}
                />
              ),
            },
            {
              id: 'consumer',
              title: t('uses.consumer'),
              render: ({ consumer }) =>
                consumer && (
                  <RefLink
                    value={consumer}
                    kind="component"
                    namespace={entity.metadata.namespace}
                  />
                ),
            },
            {
              id: 'people',
              title: t('uses.people'),
              render: ({ personAffecting, jurisdictions = [] }) => (
                <>
                  {t(`uses.affects.${affects(personAffecting)}`)}
                  {jurisdictions.length > 0 && ` (${jurisdictions.join(', ')})`}
                </>
              ),
            },
          ]}
        />
      )}
    </EntityInfoCard>
  );
}

function affects(
  personAffecting: boolean | undefined,
): 'yes' | 'no' | 'unknown' {
  if (personAffecting === undefined) {
    return 'unknown';
  }
  return personAffecting ? 'yes' : 'no';
}
