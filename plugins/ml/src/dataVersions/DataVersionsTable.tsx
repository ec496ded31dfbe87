import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  isFeatureViewEntity,
  ModelVersionSummary,
} from '@understudy/plugin-ml-common';
import { TakenBackTag } from '../evidence/TakenBackTag';
import { VersionState } from '../featureView/VersionState';
import { ActorName } from '../pieces/ActorName';
import { ChoosableColumn, ChoosableTable } from '../pieces/ChoosableTable';
import { DigestChip } from '../pieces/DigestChip';
import { Since } from '../pieces/Since';
import { VersionLink } from '../pieces/VersionLink';
import { dataTranslationRef } from '../fields/translation';
import { VersionSource } from '../versions/VersionSource';
import { ContractCell } from './ContractCell';
import { PinnedBy } from './PinnedBy';
import { useContracts } from './useContracts';
import { usePins } from './usePins';

/** Versions of a feature view or dataset, one a row. */
export function DataVersionsTable(props: {
  entity: Entity;
  versions: ModelVersionSummary[];
}) {
  const { entity, versions } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const contracts = useContracts(stringifyEntityRef(entity), entity);
  const pins = usePins(entity);
  const states = new Map(
    isFeatureViewEntity(entity)
      ? entity.spec.versions?.map(({ label, state }) => [label, state])
      : [],
  );
  const column = (
    id: 'description' | 'contract' | 'readers' | 'created' | 'by' | 'source',
  ) => {
    const name = t(`dataVersions.tab.column.${id}`);
    return { id, name, title: name };
  };
  const columns: ChoosableColumn<ModelVersionSummary>[] = [
    {
      id: 'version',
      name: t('dataVersions.tab.column.version'),
      title: t('dataVersions.tab.column.version'),
      always: true,
      render: ({ model, label, tombstone }) => {
        const state = states.get(label);
        return (
          <>
            <VersionLink model={model} version={label} />{' '}
            {state && <VersionState state={state} />}{' '}
            <TakenBackTag tombstone={tombstone} />
          </>
        );
      },
    },
    {
      ...column('description'),
      minWidth: 160,
      render: ({ description }) => description,
    },
    {
      ...column('contract'),
      render: ({ label }) => (
        <ContractCell contracts={contracts} label={label} />
      ),
    },
    {
      ...column('readers'),
      render: ({ label }) => <PinnedBy pins={pins} label={label} />,
    },
    {
      ...column('created'),
      render: ({ createdAt }) => <Since time={createdAt} />,
    },
    {
      ...column('by'),
      render: ({ createdBy }) => createdBy && <ActorName actor={createdBy} />,
    },
    {
      ...column('source'),
      optional: true,
      render: ({ source }) => <VersionSource source={source} />,
    },
    {
      id: 'digest',
      name: t('dataVersions.tab.column.digest'),
      title: t('dataVersions.tab.column.digest'),
      render: ({ digest, digestStrength }) => (
        <DigestChip digest={digest} strength={digestStrength} />
      ),
    },
  ];
  return (
    <ChoosableTable
      id="data-versions"
      label={t('dataVersions.tab.title')}
      rows={versions}
      rowKey={({ id }) => id}
      columns={columns}
    />
  );
}
