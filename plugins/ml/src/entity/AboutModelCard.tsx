import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  ModelEntity,
  modelHome,
  modelTypes,
} from '@understudy/plugin-ml-common';
import { Fact, Facts } from '../pieces/Facts';
import { mlTranslationRef } from '../translation';
import { ServingList } from './ServingList';

/** Entity card: what kind of model it is and where it comes from and lives. */
export function AboutModelCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity<ModelEntity>();
  const { spec } = entity;
  const meaning = modelTypes.find(({ term }) => term === spec.type)?.meaning;
  const facts: Fact[] = [
    {
      name: t('about.type'),
      value: meaning ? `${spec.type}: ${meaning}` : spec.type,
    },
    { name: t('about.lifecycle'), value: spec.lifecycle },
    {
      name: t('about.origin'),
      value: <Origin origin={spec.origin} provider={spec.provider} />,
    },
    { name: t('about.licence'), value: spec.licence ?? t('about.unknown') },
    { name: t('about.home'), value: modelHome(entity) ?? t('about.noHome') },
    {
      name: t('about.registries'),
      value: spec.registries?.map(record => (
        <div key={`${record.server} ${record.workspace} ${record.name}`}>
          {record.name} ({record.server})
        </div>
      )),
    },
    {
      name: t('about.experiments'),
      value: spec.experiments?.map(({ server, id, name, url }) => {
        const label = name ?? id ?? server;
        return (
          <div key={`${server} ${label}`}>
            {url ? <Link to={url}>{label}</Link> : label}
          </div>
        );
      }),
    },
    {
      name: t('about.serving'),
      value: spec.serving?.length ? (
        <ServingList
          serving={spec.serving}
          namespace={entity.metadata.namespace}
        />
      ) : undefined,
    },
  ];
  return (
    <EntityInfoCard title={t('about.title')}>
      <Facts facts={facts} />
    </EntityInfoCard>
  );
}

function Origin(props: Pick<ModelEntity['spec'], 'origin' | 'provider'>) {
  const { t } = useTranslationRef(mlTranslationRef);
  const { origin, provider } = props;
  return (
    <>
      {origin ? t(`origin.${origin}`) : t('about.unknown')}
      {provider && (
        <>
          {', '}
          {provider.url ? (
            <Link to={provider.url}>{provider.name}</Link>
          ) : (
            provider.name
          )}
        </>
      )}
    </>
  );
}
