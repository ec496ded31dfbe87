import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { FeatureEntity } from '@understudy/plugin-ml-common';
import { Deprecation } from '../fields/Deprecation';
import { FieldLink } from '../fields/FieldLink';
import { featureRefs } from '../fields/featureRefs';
import { PersonalData } from '../fields/PersonalData';
import { ViewVersions } from '../featureView/ViewVersions';
import { LoadedContent } from '../loading/LoadedContent';
import { Facts } from '../pieces/Facts';
import { RefLink } from '../pieces/RefLink';
import { dataTranslationRef } from '../fields/translation';
import { FeatureOwner } from './FeatureOwner';
import { useFeatureView } from './useFeatureView';

const useStyles = makeStyles(theme => ({
  deprecated: { marginBottom: theme.spacing(2) },
}));

/** Entity card: what the feature is, and what it has from its view. */
export function AboutFeatureCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<FeatureEntity>();
  const classes = useStyles();
  const { spec } = entity;
  const loaded = useFeatureView(entity);
  const view = loaded.data?.view;
  const features = view && featureRefs(view);
  return (
    <EntityInfoCard title={t('feature.about')}>
      {spec.deprecated && (
        <Alert severity="warning" className={classes.deprecated}>
          <Deprecation
            deprecated={spec.deprecated}
            renderField={name => (
              <FieldLink name={name} features={features} inText />
            )}
          />
        </Alert>
      )}
      <Facts
        facts={[
          {
            name: t('feature.fact.view'),
            value: <RefLink value={spec.view} kind="featureview" />,
          },
          { name: t('feature.fact.type'), value: spec.type },
          {
            name: t('feature.fact.unit'),
            value: spec.unit ?? t('feature.noUnit'),
          },
          { name: t('feature.fact.lifecycle'), value: spec.lifecycle },
          {
            name: t('feature.fact.classification'),
            value: spec.classification ?? t('feature.notStated'),
          },
          {
            name: t('feature.fact.personalData'),
            value: <PersonalData flags={spec.personalData} />,
          },
          {
            name: t('feature.fact.owner'),
            value: <FeatureOwner feature={entity} view={view} />,
          },
        ]}
      />
      <LoadedContent loaded={loaded} what={t('feature.view')} lines={2}>
        {read => read.view && <ViewVersions view={read.view} />}
      </LoadedContent>
    </EntityInfoCard>
  );
}
