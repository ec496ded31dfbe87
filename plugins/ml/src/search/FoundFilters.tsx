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
import { mlTranslationRef } from '../translation';
import { DayField } from './DayField';
import {
  addFilter,
  readKind,
  removeFilter,
  versionKinds,
} from './foundFilters';
import { MetricFilter } from './MetricFilter';
import { TagFilter } from './TagFilter';

/** The filters of the search over versions. Their state is in the address. */
export function FoundFilters() {
  const { t } = useTranslationRef(mlTranslationRef);
  const api = useApi(mlApiRef);
  const [params, setParams] = useSearchParams();
  const facets = useModelFacets();
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
      <FilterChips
        title={t('search.filter.kind')}
        choices={versionKinds.map(value => ({
          value,
          label: t(`search.kinds.${value}`),
        }))}
        selected={[readKind(params)]}
        onToggle={set('kind')}
      />
      <LoadedContent loaded={facets} what={t('search.filter.what')}>
        {({ owner, stage }) => (
          <>
            <FilterChips
              title={t('search.filter.stage')}
              choices={withAsked(stage, params.getAll('stage'))}
              selected={params.getAll('stage')}
              onToggle={toggle('stage')}
            />
            <FilterChips
              title={t('search.filter.owner')}
              choices={withAsked(owner, params.getAll('owner'), ownerName)}
              selected={params.getAll('owner')}
              onToggle={toggleOwner}
            />
          </>
        )}
      </LoadedContent>
      <MetricFilter
        onAdd={condition => setParams(addFilter(params, 'metric', condition))}
      />
      <TagFilter
        onAdd={condition => setParams(addFilter(params, 'tag', condition))}
      />
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
