import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersionPage } from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { setFilter } from '../models/modelFilters';
import { FilterChips } from '../pieces/FilterChips';
import { FilterText } from '../pieces/FilterText';
import { versionsTranslationRef } from './translation';
import { readVersionQuery, versionTextFields } from './versionFilters';

/** The filters of the list of versions. Their state is in the address. */
export function VersionFilters(props: { page?: ModelVersionPage }) {
  const { page } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [params, setParams] = useSearchParams();
  const { view, stage, source } = readVersionQuery(params);
  const toggle = (field: string, current?: string) => (value: string) =>
    setParams(setFilter(params, field, value === current ? undefined : value));
  const stages = new Set(
    page?.items.flatMap(({ assignments }) => assignments.map(a => a.stage)),
  );
  if (stage) {
    stages.add(stage);
  }
  const sources = page?.sources ?? [];
  return (
    <>
      <FilterChips
        title={t('versions.view.title')}
        choices={[
          { value: 'notable', label: t('versions.view.notable') },
          {
            value: 'all',
            label: t('versions.view.all', {
              total: String(page?.counts.total ?? ''),
            }),
          },
        ]}
        selected={[view]}
        onToggle={value => setParams(setFilter(params, 'view', value))}
      />
      {versionTextFields.map(field => (
        <FilterText
          key={field}
          label={t(`versions.filter.${field}`)}
          value={params.get(field) ?? ''}
          onChange={text => setParams(setFilter(params, field, text))}
        />
      ))}
      <FilterChips
        title={t('versions.filter.stage')}
        choices={[...stages].sort().map(value => ({ value, label: value }))}
        selected={stage ? [stage] : []}
        onToggle={toggle('stage', stage)}
      />
      {sources.length > 1 && (
        <FilterChips
          title={t('versions.filter.source')}
          choices={sources.map(({ server, title }) => ({
            value: server,
            label: title,
          }))}
          selected={source ? [source] : []}
          onToggle={toggle('source', source)}
        />
      )}
    </>
  );
}
