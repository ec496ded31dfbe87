import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DataField,
  DatasetEntity,
  datasetTypes,
} from '@understudy/plugin-ml-common';
import { PersonalData } from '../fields/PersonalData';
import { Facts } from '../pieces/Facts';
import { useDurationText } from '../pieces/useDurationText';
import { dataTranslationRef } from '../fields/translation';
import { personalDataOf } from './personalDataOf';

/** Entity card: what the data are, and the rules they are kept under. */
export function AboutDatasetCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const inWords = useDurationText();
  const { entity } = useEntity<DatasetEntity>();
  const { spec } = entity;
  const { type, retention, fields = [] } = spec;
  const meaning = datasetTypes.find(({ term }) => term === type)?.meaning;
  const notStated = t('dataset.notStated');
  return (
    <EntityInfoCard title={t('dataset.about')}>
      <Facts
        facts={[
          {
            name: t('dataset.fact.type'),
            value: meaning ? `${type}: ${meaning}` : type,
          },
          { name: t('dataset.fact.lifecycle'), value: spec.lifecycle },
          {
            name: t('dataset.fact.classification'),
            value: spec.classification ?? notStated,
          },
          {
            name: t('dataset.fact.personalData'),
            value: <PersonalDataInFields fields={fields} />,
          },
          {
            name: t('dataset.fact.retention'),
            value: retention
              ? [inWords(retention.period), retention.basis]
                  .filter(Boolean)
                  .join(': ')
              : notStated,
          },
          {
            name: t('dataset.fact.regions'),
            value: spec.regions?.join(', ') ?? notStated,
          },
          {
            name: t('dataset.fact.purposes'),
            value: spec.purposes?.join(', ') ?? notStated,
          },
          {
            name: t('dataset.fact.licence'),
            value: spec.licence ?? notStated,
          },
        ]}
      />
    </EntityInfoCard>
  );
}

function PersonalDataInFields(props: { fields: DataField[] }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const { fields } = props;
  const { flags, notLookedAt } = personalDataOf(fields);
  const nobodyLooked = notLookedAt === fields.length;
  return (
    <>
      <PersonalData flags={nobodyLooked ? undefined : flags} />
      {notLookedAt > 0 && (
        <div>{t('dataset.notLookedAt', { count: notLookedAt })}</div>
      )}
    </>
  );
}
