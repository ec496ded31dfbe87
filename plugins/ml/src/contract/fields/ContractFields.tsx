import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Contract } from '@understudy/contracts';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../../loading/useLoaded';
import { EmptyState } from '../../pieces/EmptyState';
import { Pager } from '../../pieces/Pager';
import { RailLayout } from '../../pieces/RailLayout';
import { contractTranslationRef } from '../translation';
import { ContractFieldDrawer } from './ContractFieldDrawer';
import { ContractFieldFilters } from './ContractFieldFilters';
import {
  isNarrowed,
  readContractFieldQuery,
  selectContractFields,
} from './contractFieldQuery';
import { ContractFieldsTable } from './ContractFieldsTable';
import { FieldUsage } from './fieldUsage';
import { listPortFields, PortField } from './listPortFields';
import { PortSummary } from './PortSummary';

// Contracts have thousands of fields; a page of these is drawn without a pause.
const PAGE_SIZE = 50;

/** The ports of a contract and their fields, to search and to unfold. */
export function ContractFields(props: {
  contract: Contract;
  usage: Loaded<FieldUsage>;
}) {
  const { contract, usage } = props;
  const { ports } = contract.spec;
  const { t } = useTranslationRef(contractTranslationRef);
  const [params] = useSearchParams();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<PortField>();
  const fields = useMemo(() => listPortFields(ports), [ports]);
  const query = readContractFieldQuery(params);
  const found = selectContractFields(fields, query, {
    open,
    usage: usage.data,
  });
  const end = query.from + PAGE_SIZE;
  const page = found.slice(query.from, end);
  const fold = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) {
      next.add(key);
    }
    setOpen(next);
  };
  // The pager walks by cursors; here a cursor is a position.
  const range = {
    from: String(query.from + 1),
    to: String(query.from + page.length),
    found: String(found.length),
    total: String(isNarrowed(query) ? fields.length : found.length),
  };
  if (ports.length === 0) {
    return (
      <EmptyState
        title={t('contract.fields.noPorts')}
        why={t('contract.fields.noPortsWhy')}
      />
    );
  }
  return (
    <RailLayout
      label={t('contract.fields.filter.title')}
      rail={
        <ContractFieldFilters
          fields={fields}
          ports={ports.map(({ name }) => name)}
          query={query}
          usersKnown={usage.data?.complete ?? false}
        />
      }
    >
      {ports
        .filter(({ name }) => !query.port || query.port === name)
        .map(port => (
          <PortSummary key={port.name} port={port} />
        ))}
      {page.length > 0 ? (
        <ContractFieldsTable
          rows={page}
          flat={isNarrowed(query)}
          withPort={ports.length > 1 && !query.port}
          open={open}
          usage={usage}
          onFold={fold}
          onDetails={setShown}
        />
      ) : (
        <NoFields narrowed={isNarrowed(query)} />
      )}
      {page.length > 0 && (
        <Pager
          busy={false}
          nextCursor={end < found.length ? String(end) : undefined}
        >
          {t(
            isNarrowed(query)
              ? 'contract.fields.found'
              : 'contract.fields.range',
            range,
          )}
        </Pager>
      )}
      {shown && (
        <ContractFieldDrawer
          row={shown}
          usage={usage}
          onClose={() => setShown(undefined)}
        />
      )}
    </RailLayout>
  );
}

function NoFields(props: { narrowed: boolean }) {
  const { t } = useTranslationRef(contractTranslationRef);
  return props.narrowed ? (
    <EmptyState
      title={t('contract.fields.empty')}
      why={t('contract.fields.emptyWhy')}
    />
  ) : (
    <>{t('contract.fields.noFields')}</>
  );
}
