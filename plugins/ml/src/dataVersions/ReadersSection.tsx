import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import {
  FeatureViewEntity,
  isFeatureViewEntity,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { MoreModels } from '../consumers/MoreModels';
import { ReadModels } from '../consumers/readModels';
import { useRelatedModels } from '../consumers/useRelatedModels';
import { useViewConsumers } from '../consumers/useViewConsumers';
import { datasetRelations, datasetUses } from '../dataset/datasetUses';
import { DatasetUsesTable } from '../dataset/DatasetUsesTable';
import { ConsumersTable } from '../featureView/ConsumersTable';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { Section } from '../pieces/Section';
import { dataTranslationRef } from '../fields/translation';
import { Pins, pinsOf } from './pins';

/** The models that pin the version, and how many read the entity otherwise. */
export function ReadersSection(props: {
  version: ModelVersion;
  entity: Entity;
}) {
  const { version, entity } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <Section title={t('dataVersions.readers.title')}>
      {isFeatureViewEntity(entity) ? (
        <ViewReaders view={entity} label={version.label} />
      ) : (
        <DatasetReaders entity={entity} version={version} />
      )}
    </Section>
  );
}

function ViewReaders(props: { view: FeatureViewEntity; label: string }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const usage = useViewConsumers(props.view);
  return (
    <LoadedContent loaded={usage} what={t('consumers.what')}>
      {read => (
        <Readers
          read={read}
          why={t('dataVersions.readers.noneWhyView')}
          pins={pinsOf(
            read.consumers,
            props.label,
            ({ consumption }) => consumption.version,
          )}
        >
          {pinned => <ConsumersTable consumers={pinned} />}
        </Readers>
      )}
    </LoadedContent>
  );
}

function DatasetReaders(props: { entity: Entity; version: ModelVersion }) {
  const { entity, version } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const models = useRelatedModels(entity, datasetRelations);
  return (
    <LoadedContent loaded={models} what={t('consumers.what')}>
      {read => (
        <Readers
          read={read}
          why={t('dataVersions.readers.noneWhyDataset')}
          pins={pinsOf(
            datasetUses(version.model, read.models),
            version.label,
            use => use.version,
          )}
        >
          {pinned => <DatasetUsesTable dataset={version.model} uses={pinned} />}
        </Readers>
      )}
    </LoadedContent>
  );
}

function Readers<T>(props: {
  read: ReadModels;
  pins: Pins<T>;
  /** Why no model pins the version. */
  why: string;
  children: (pinned: T[]) => ReactNode;
}) {
  const { read, pins, why, children } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <>
      {pins.pinned.length > 0 ? (
        children(pins.pinned)
      ) : (
        <EmptyState title={t('dataVersions.readers.none')} why={why} />
      )}
      {(['unpinned', 'elsewhere'] as const).map(
        how =>
          pins[how].length > 0 && (
            <Typography key={how} variant="body2" color="textSecondary">
              {t(`dataVersions.readers.${how}`, { count: pins[how].length })}
            </Typography>
          ),
      )}
      <MoreModels read={read} />
    </>
  );
}
