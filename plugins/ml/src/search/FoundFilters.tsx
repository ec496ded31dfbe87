import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { setFilter } from '../models/modelFilters';
import { ownerName } from '../models/ownerName';
import { useModelFacets } from '../models/useModelFacets';
import { FilterChips } from '../pieces/FilterChips';
import { FilterText } from '../pieces/FilterText';
import { registryTranslationRef } from '../models/translation';
import { DayField } from './DayField';
import {
  addFilter,
  readKind,
  removeFilter,
  VersionKind,
  versionKinds,
  withKind,
} from './foundFilters';
import { MetricFilter } from './MetricFilter';
import { TagFilter } from './TagFilter';

/** The filters of the search over versions. Their state is in the address. */
export function FoundFilters(props: {
  /** The page is about this kind, so there is no choice. */
  kind?: VersionKind;
}) {
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const [params, setParams] = useSearchParams();
  const kind = props.kind ?? readKind(params);
  // Versions of data are neither assigned nor measured, and no registry has them.
  const ofModels = kind === 'Model';
  const facets = useModelFacets(kind);
  const registries = useLoaded(useCallback(() => api.listRegistries(), [api]));
  const set = (field: string) => (value: string) =>
    setParams(setFilter(params, field, value));
  const toggle = (field: string) => (value: string) =>
    set(field)(value === params.get(field) ? '' : value);
  const toggleOwner = (owner: string) =>
    setParams(
      params.getAll('owner').includes(owner)
        ? removeFilter(params, 'owner', owner)
        : addFilter(params, 'owner', owner),
    );
  return (
    <>
      <FilterText
        label={t('search.filter.text')}
        value={params.get('text') ?? ''}
        onChange={set('text')}
      />
      {!props.kind && (
        <FilterChips
          title={t('search.filter.kind')}
          choices={versionKinds.map(value => ({
            value,
            label: t(`search.kinds.${value}`),
          }))}
          selected={[kind]}
          onToggle={value => {
            const chosen = versionKinds.find(each => each === value);
            if (chosen) {
              setParams(withKind(params, chosen));
            }
          }}
        />
      )}
      <LoadedContent loaded={facets} what={t('search.filter.what')}>
        {({ owner, stage }) => (
          <>
            {ofModels && (
              <FilterChips
                title={t('search.filter.stage')}
                choices={withAsked(stage, params.getAll('stage'))}
                selected={params.getAll('stage')}
                onToggle={toggle('stage')}
              />
            )}
            <FilterChips
              title={t('search.filter.owner')}
              choices={withAsked(owner, params.getAll('owner'), ownerName)}
              selected={params.getAll('owner')}
              onToggle={toggleOwner}
            />
          </>
        )}
      </LoadedContent>
      {ofModels && (
        <MetricFilter
          onAdd={condition => setParams(addFilter(params, 'metric', condition))}
        />
      )}
      <TagFilter
        onAdd={condition => setParams(addFilter(params, 'tag', condition))}
      />
      {ofModels && (
        <>
          <LoadedContent loaded={registries} what={t('search.filter.what')}>
            {items => (
              <FilterChips
                title={t('search.filter.source')}
                choices={items.map(({ server, title }) => ({
                  value: server,
                  label: title,
                }))}
                selected={params.getAll('source')}
                onToggle={toggle('source')}
              />
            )}
          </LoadedContent>
          <FilterText
            label={t('search.filter.alias')}
            value={params.get('alias') ?? ''}
            onChange={set('alias')}
          />
        </>
      )}
      <FilterText
        label={t('search.filter.contract')}
        value={params.get('contract') ?? ''}
        onChange={set('contract')}
      />
      <FilterText
        label={t('search.filter.createdBy')}
        value={params.get('createdBy') ?? ''}
        onChange={set('createdBy')}
      />
      <DayField
        label={t('search.filter.createdAfter')}
        value={params.get('createdAfter') ?? ''}
        onChange={set('createdAfter')}
      />
      <DayField
        label={t('search.filter.createdBefore')}
        value={params.get('createdBefore') ?? ''}
        onChange={set('createdBefore')}
      />
      <FilterChips
        title={t('search.filter.includeDeleted')}
        choices={[{ value: 'true', label: t('search.filter.deletedToo') }]}
        selected={params.getAll('includeDeleted')}
        onToggle={toggle('includeDeleted')}
      />
    </>
  );
}

/** What is asked for is a choice, even where nothing has it any more. */
function withAsked(
  values: string[],
  asked: string[],
  name = (value: string) => value,
) {
  return [...new Set([...values, ...asked])].map(value => ({
    value,
    label: name(value),
  }));
}
