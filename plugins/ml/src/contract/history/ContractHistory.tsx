import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../../loading/LoadedContent';
import { Problem } from '../../loading/Problem';
import { EmptyState } from '../../pieces/EmptyState';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { CompareContractVersions } from './CompareContractVersions';
import { ContractVersionChanges } from './ContractVersionChanges';
import { ContractVersionsTable } from './ContractVersionsTable';
import { useContractVersions } from './useContractVersions';

/**
 * All versions of a contract, what each of them changed, and what is different
 * between any two. Which are open is in the address.
 */
export function ContractHistory(props: { subject: string }) {
  const { subject } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [params, setParams] = useSearchParams();
  const { loaded, more, busy, moreError } = useContractVersions(subject);
  const shown = params.get('version') ?? undefined;
  const show = (version: string | undefined) => {
    const next = new URLSearchParams(params);
    if (version === undefined) {
      next.delete('version');
    } else {
      next.set('version', version);
    }
    setParams(next);
  };
  return (
    <>
      <Section title={t('contract.history.title')}>
        <LoadedContent loaded={loaded} what={t('contract.history.what')}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                title={t('contract.history.empty')}
                why={t('contract.history.emptyWhy')}
              />
            ) : (
              <ContractVersionsTable
                versions={items}
                shown={shown}
                onOpen={show}
              />
            )
          }
        </LoadedContent>
        {moreError && (
          <Problem error={moreError} title={t('contract.history.moreFailed')} />
        )}
        {more && (
          <Button size="small" disabled={busy} onClick={more}>
            {t('contract.history.more')}
          </Button>
        )}
      </Section>
      {shown && (
        <ContractVersionChanges
          subject={subject}
          version={shown}
          onClose={() => show(undefined)}
        />
      )}
      {loaded.data && loaded.data.items.length > 1 && (
        <CompareContractVersions
          subject={subject}
          versions={loaded.data.items.map(({ version }) => version)}
        />
      )}
    </>
  );
}
