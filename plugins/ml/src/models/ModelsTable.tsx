import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelListItem, PromotionSummary } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { OwnerChip } from '../pieces/OwnerChip';
import { Since } from '../pieces/Since';
import { TierChip } from '../pieces/TierChip';
import { useSortableColumns } from '../pieces/useSortableColumns';
import { promotionRouteRef } from '../routes';
import { registryTranslationRef } from './translation';
import { Champions } from './Champions';
import { modelSortFields } from './modelFilters';

const useStyles = makeStyles({
  description: {
    display: '-webkit-box',
    '-webkit-box-orient': 'vertical',
    '-webkit-line-clamp': 2,
    overflow: 'hidden',
  },
  latest: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Models, one a row: what it is, what it needs from me, where it runs. */
export function ModelsTable(props: {
  models: ModelListItem[];
  waiting: Map<string, PromotionSummary>;
}) {
  const { models, waiting } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const promotionPath = useRouteRef(promotionRouteRef);
  const sortable = useSortableColumns(modelSortFields);
  return (
    <DataTable
      label={t('models.table.label')}
      rows={models}
      rowKey={model => model.ref}
      columns={[
        {
          id: 'model',
          ...sortable('title', t('models.table.model')),
          minWidth: 180,
          render: model => (
            <>
              {/* A block of its own: in a line of text, colour alone would tell the link. */}
              <div>
                <EntityRefLink
                  entityRef={parseEntityRef(model.ref)}
                  title={model.title}
                />
              </div>
              {model.description && (
                <Typography
                  variant="body2"
                  color="textSecondary"
                  className={classes.description}
                  title={model.description}
                >
                  {model.description}
                </Typography>
              )}
            </>
          ),
        },
        {
          id: 'waiting',
          title: t('models.table.waiting'),
          render: model => {
            const promotion = waiting.get(model.ref);
            return (
              promotion && (
                <Link to={promotionPath({ id: promotion.id })}>
                  {t('models.table.decide', {
                    version: formatVersion(promotion.version),
                    stage: promotion.toStage,
                  })}
                </Link>
              )
            );
          },
        },
        {
          id: 'champions',
          title: t('models.table.champions'),
          render: model => <Champions model={model} />,
        },
        {
          id: 'owner',
          ...sortable('owner', t('models.table.owner')),
          render: model => <OwnerChip owner={model.owner} />,
        },
        {
          id: 'type',
          ...sortable('type', t('models.table.type')),
          render: model => (
            <>
              {model.type}
              <Typography variant="body2" color="textSecondary">
                {model.lifecycle}
              </Typography>
            </>
          ),
        },
        {
          id: 'tier',
          title: t('models.table.tier'),
          render: model => (
            <TierChip tier={model.tier} complete={model.tierComplete} />
          ),
        },
        {
          id: 'versions',
          title: t('models.table.versions'),
          align: 'right',
          minWidth: 115,
          render: ({ versionCount, latestVersion }) => (
            <>
              {formatNumber(versionCount)}
              {latestVersion && (
                <Typography
                  variant="body2"
                  color="textSecondary"
                  className={classes.latest}
                >
                  {formatVersion(latestVersion.label)}
                  {' · '}
                  <Since time={latestVersion.createdAt} />
                </Typography>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
