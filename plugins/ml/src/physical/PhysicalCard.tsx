import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DatasetEntity, FeatureViewEntity } from '@understudy/plugin-ml-common';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';
import { groupPlaces } from './groupPlaces';
import { PhysicalPlace } from './PhysicalPlace';

const useStyles = makeStyles(theme => ({
  group: { '& + &': { marginTop: theme.spacing(2) } },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** Entity card: the tables, topics and stores behind the entity. */
export function PhysicalCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const { entity } = useEntity<DatasetEntity | FeatureViewEntity>();
  const { type, physical = [] } = entity.spec;
  // What is computed on request need not be stored anywhere.
  const why =
    type === 'on-demand' || type === 'service'
      ? t('physical.notStored')
      : t('physical.emptyWhy');
  return (
    <EntityInfoCard title={t('physical.title')}>
      {physical.length === 0 && (
        <EmptyState title={t('physical.empty')} why={why} />
      )}
      {groupPlaces(physical).map(({ environment, region, places }) => {
        const title = `${environment} · ${region ?? t('physical.anyRegion')}`;
        return (
          <section key={title} className={classes.group} aria-label={title}>
            <Typography variant="subtitle2" component="h4">
              {title}
            </Typography>
            <ul className={classes.list}>
              {places.map((place, index) => (
                // Nothing tells two places apart for certain.
                <PhysicalPlace key={index} place={place} />
              ))}
            </ul>
          </section>
        );
      })}
    </EntityInfoCard>
  );
}
