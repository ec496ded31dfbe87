import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { FilterChips } from '../pieces/FilterChips';
import { FilterText } from '../pieces/FilterText';
import { registryTranslationRef } from './translation';
import {
  clearFilters,
  hasModelFilters,
  modelFilterFields,
  setFilter,
  toggleFilter,
} from './modelFilters';
import { ownerName } from './ownerName';
import { useModelFacets } from './useModelFacets';

const SCOPES = ['mine', 'all'] as const;

/** The filters of the list of models. Their state is in the address. */
export function ModelFilters(props: { scope?: 'mine' | 'all' }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const [params, setParams] = useSearchParams();
  const facets = useModelFacets();
  return (
    <>
      <FilterText
        label={t('models.filter.text')}
        value={params.get('text') ?? ''}
        onChange={text => setParams(setFilter(params, 'text', text))}
      />
      <FilterChips
        title={t('models.filter.scope')}
        choices={SCOPES.map(value => ({
          value,
          label: t(`models.scope.${value}`),
        }))}
        selected={props.scope ? [props.scope] : []}
        onToggle={value => setParams(setFilter(params, 'show', value))}
      />
      <LoadedContent loaded={facets} what={t('models.filter.what')}>
        {values =>
          modelFilterFields.map(field => (
            <FilterChips
              key={field}
              title={t(`models.filter.${field}`)}
              choices={choicesOf(
                [...values[field], ...params.getAll(field)],
                field === 'owner' ? ownerName : undefined,
              )}
              selected={params.getAll(field)}
              onToggle={value => setParams(toggleFilter(params, field, value))}
            />
          ))
        }
      </LoadedContent>
      {hasModelFilters(params) && (
        <Button size="small" onClick={() => setParams(clearFilters(params))}>
          {t('models.filter.clear')}
        </Button>
      )}
    </>
  );
}

function choicesOf(values: string[], name = (value: string) => value) {
  return [...new Set(values)].map(value => ({ value, label: name(value) }));
}
