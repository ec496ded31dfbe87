import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FeatureEntity, FeatureViewEntity } from '@understudy/plugin-ml-common';
import { FieldLink } from '../fields/FieldLink';
import { featureRefs } from '../fields/featureRefs';
import { useFieldsPath } from '../fields/useFieldsPath';
import { LoadedContent } from '../loading/LoadedContent';
import { FirstFew } from '../pieces/FirstFew';
import { dataTranslationRef } from '../fields/translation';
import { useFeatureView } from './useFeatureView';
import { ViewGone } from './ViewGone';

const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
    columnWidth: theme.spacing(28),
    columnGap: theme.spacing(3),
  },
}));

/** Entity card: the other features of the same view. */
export function SiblingFeaturesCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<FeatureEntity>();
  const loaded = useFeatureView(entity);
  const fieldsPath = useFieldsPath();
  const view = loaded.data?.view;
  return (
    <EntityInfoCard
      title={t('feature.siblings')}
      headerActions={
        view && (
          <Link to={fieldsPath(view)}>
            {t('feature.allFields', { count: view.spec.fields?.length ?? 0 })}
          </Link>
        )
      }
    >
      <LoadedContent loaded={loaded} what={t('feature.view')}>
        {read =>
          read.view ? (
            <Siblings view={read.view} field={entity.spec.field} />
          ) : (
            <ViewGone />
          )
        }
      </LoadedContent>
    </EntityInfoCard>
  );
}

function Siblings(props: { view: FeatureViewEntity; field: string }) {
  const { view, field } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const features = featureRefs(view);
  const others = (view.spec.fields ?? []).filter(({ name }) => name !== field);
  if (others.length === 0) {
    return <Typography variant="body2">{t('feature.noSiblings')}</Typography>;
  }
  return (
    <FirstFew items={others} few={SHOWN} label={t('feature.siblings')}>
      {shown => (
        <ul className={classes.list} aria-label={t('feature.siblings')}>
          {shown.map(({ name }) => (
            <Typography key={name} component="li" variant="inherit">
              <FieldLink name={name} features={features} />
            </Typography>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
