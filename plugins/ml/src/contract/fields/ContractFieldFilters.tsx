import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { setFilter } from '../../models/modelFilters';
import { FilterChips } from '../../pieces/FilterChips';
import { FilterText } from '../../pieces/FilterText';
import { contractTranslationRef } from '../translation';
import {
  clearContractFieldFilters,
  ContractFieldQuery,
  contractFieldMarks,
  isNarrowed,
} from './contractFieldQuery';
import { PortField } from './listPortFields';

/** The filters of the fields of a contract. Their state is in the address. */
export function ContractFieldFilters(props: {
  fields: PortField[];
  ports: string[];
  query: ContractFieldQuery;
  /** Whether it is known who uses what. */
  usersKnown: boolean;
}) {
  const { fields, ports, query, usersKnown } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [params, setParams] = useSearchParams();
  const classifications = new Set(
    [
      ...fields.map(({ field }) => field.classification),
      query.classification,
    ].filter(each => each !== undefined),
  );
  const toggle = (name: string, current?: string) => (value: string) =>
    setParams(setFilter(params, name, value === current ? undefined : value));
  const selected = (value?: string) => (value ? [value] : []);
  return (
    <>
      <FilterText
        label={t('contract.fields.filter.text')}
        value={query.text}
        onChange={text => setParams(setFilter(params, 'text', text))}
      />
      <FilterChips
        title={t('contract.fields.filter.port')}
        choices={
          ports.length > 1 ? ports.map(value => ({ value, label: value })) : []
        }
        selected={selected(query.port)}
        onToggle={toggle('port', query.port)}
      />
      <FilterChips
        title={t('contract.fields.filter.classification')}
        choices={[...classifications].sort().map(value => ({
          value,
          label: value,
        }))}
        selected={selected(query.classification)}
        onToggle={toggle('classification', query.classification)}
      />
      <FilterChips
        title={t('contract.fields.filter.mark')}
        choices={contractFieldMarks
          .filter(mark => mark !== 'unused' || usersKnown)
          .map(mark => ({
            value: mark,
            label: t(`contract.fields.mark.${mark}`),
          }))}
        selected={selected(query.mark)}
        onToggle={toggle('mark', query.mark)}
      />
      {(isNarrowed(query) || query.port) && (
        <Button
          size="small"
          onClick={() => setParams(clearContractFieldFilters(params))}
        >
          {t('contract.fields.filter.clear')}
        </Button>
      )}
    </>
  );
}
