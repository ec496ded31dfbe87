import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { highestTier, ModelEntity } from '@understudy/plugin-ml-common';
import { useRiskTiers } from '../entity/useRiskTiers';
import { DataColumn } from '../pieces/DataTable';
import { OwnerChip } from '../pieces/OwnerChip';
import { TierChip } from '../pieces/TierChip';
import { dataTranslationRef } from '../fields/translation';

/** The columns that say which model a row is about, and whose. */
export function useModelColumns(): {
  model: DataColumn<{ model: ModelEntity }>;
  owner: DataColumn<{ model: ModelEntity }>;
  tier: DataColumn<{ model: ModelEntity }>;
} {
  const { t } = useTranslationRef(dataTranslationRef);
  const tiers = useRiskTiers();
  return {
    model: {
      id: 'model',
      title: t('consumers.column.model'),
      minWidth: 140,
      render: ({ model }) => (
        <>
          <div>
            <EntityRefLink entityRef={model} />
          </div>
          <Typography variant="body2" color="textSecondary">
            {model.spec.type} · {model.spec.lifecycle}
          </Typography>
        </>
      ),
    },
    owner: {
      id: 'owner',
      title: t('consumers.column.owner'),
      render: ({ model }) => (
        <OwnerChip
          owner={model.spec.owner}
          namespace={model.metadata.namespace}
        />
      ),
    },
    tier: {
      id: 'tier',
      title: t('consumers.column.tier'),
      render: ({ model }) => {
        const { tier, complete } = highestTier(model.spec.uses ?? [], tiers);
        return <TierChip tier={tier} complete={complete} />;
      },
    },
  };
}
