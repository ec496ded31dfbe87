import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { ContractConsumer } from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { ContractConsumers } from '../../api/contractTypes';
import { LoadedContent } from '../../loading/LoadedContent';
import { Loaded } from '../../loading/useLoaded';
import { setFilter } from '../../models/modelFilters';
import { currentCursor } from '../../pieces/cursorTrail';
import { EmptyState } from '../../pieces/EmptyState';
import { FilterChips } from '../../pieces/FilterChips';
import { Pager } from '../../pieces/Pager';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { ConsumersTable } from './ConsumersTable';

const PAGE_SIZE = 50;
const USES = ['production', 'training', 'unknown'] as const;

/** Who depends on the contract. */
export function ContractConsumersView(props: {
  consumers: Loaded<ContractConsumers>;
}) {
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <Section title={t('contract.consumers.label')}>
      <LoadedContent
        loaded={props.consumers}
        what={t('contract.consumers.what')}
      >
        {({ items, complete }) => (
          <>
            {!complete && (
              <Alert severity="info">
                {t('contract.consumers.incomplete')}
              </Alert>
            )}
            {items.length > 0 ? (
              <KnownConsumers consumers={items} />
            ) : (
              <EmptyState
                title={t('contract.consumers.empty')}
                why={t('contract.consumers.emptyWhy')}
              />
            )}
          </>
        )}
      </LoadedContent>
    </Section>
  );
}

function KnownConsumers(props: { consumers: ContractConsumer[] }) {
  const { consumers } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [params, setParams] = useSearchParams();
  const asked = USES.find(use => use === params.get('use'));
  const from = Number(currentCursor(params)) || 0;
  const found = consumers.filter(({ use }) => !asked || use === asked);
  const page = found.slice(from, from + PAGE_SIZE);
  const count = (use: (typeof USES)[number]) =>
    String(consumers.filter(each => each.use === use).length);
  return (
    <>
      <Typography variant="body2" paragraph>
        {t('contract.consumers.summary', {
          production: count('production'),
          training: count('training'),
          unknown: count('unknown'),
        })}
      </Typography>
      <FilterChips
        title={t('contract.consumers.filter')}
        choices={USES.map(use => ({
          value: use,
          label: t(`contract.consumers.use.${use}`),
        }))}
        selected={asked ? [asked] : []}
        onToggle={value =>
          setParams(
            setFilter(params, 'use', value === asked ? undefined : value),
          )
        }
      />
      <ConsumersTable consumers={page} />
      <Pager
        busy={false}
        nextCursor={
          from + PAGE_SIZE < found.length ? String(from + PAGE_SIZE) : undefined
        }
      >
        {page.length > 0 &&
          t('contract.consumers.range', {
            from: String(from + 1),
            to: String(from + page.length),
            total: String(found.length),
          })}
      </Pager>
    </>
  );
}
