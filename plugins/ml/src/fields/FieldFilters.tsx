import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { DataField } from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { setFilter } from '../models/modelFilters';
import { FilterChips } from '../pieces/FilterChips';
import { FilterText } from '../pieces/FilterText';
import { dataTranslationRef } from './translation';
import { clearFieldFilters, fieldMarks, FieldQuery } from './fieldQuery';

/** The filters of the list of fields. Their state is in the address. */
export function FieldFilters(props: {
  fields: DataField[];
  query: FieldQuery;
  /** Whether all that read the fields are known. */
  usersKnown: boolean;
}) {
  const { fields, query, usersKnown } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const [params, setParams] = useSearchParams();
  const classifications = new Set(
    [...fields.map(field => field.classification), query.classification].filter(
      each => each !== undefined,
    ),
  );
  const toggle = (name: string, current?: string) => (value: string) =>
    setParams(setFilter(params, name, value === current ? undefined : value));
  return (
    <>
      <FilterText
        label={t('fields.filter.text')}
        value={query.text}
        onChange={text => setParams(setFilter(params, 'text', text))}
      />
      <FilterChips
        title={t('fields.filter.classification')}
        choices={[...classifications].sort().map(value => ({
          value,
          label: value,
        }))}
        selected={query.classification ? [query.classification] : []}
        onToggle={toggle('classification', query.classification)}
      />
      <FilterChips
        title={t('fields.filter.mark')}
        choices={fieldMarks
          .filter(mark => mark !== 'unused' || usersKnown)
          .map(mark => ({ value: mark, label: t(`fields.mark.${mark}`) }))}
        selected={query.mark ? [query.mark] : []}
        onToggle={toggle('mark', query.mark)}
      />
      {(query.text || query.classification || query.mark) && (
        <Button
          size="small"
          onClick={() => setParams(clearFieldFilters(params))}
        >
          {t('fields.filter.clear')}
        </Button>
      )}
    </>
  );
}
