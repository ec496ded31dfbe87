import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Contract } from '@understudy/contracts';
import { EmptyState } from '../../pieces/EmptyState';
import { Facts } from '../../pieces/Facts';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { ErrorsTable } from './ErrorsTable';
import { QualityRules } from './QualityRules';
import { useServiceFacts } from './useServiceFacts';
import { useTermsFacts } from './useTermsFacts';

/** What a contract promises besides its fields: service, errors, terms, rules. */
export function ContractFacts(props: { contract: Contract }) {
  const { spec } = props.contract;
  const { t } = useTranslationRef(contractTranslationRef);
  const serviceFacts = useServiceFacts();
  const { ofTerms, ofProtocol, ofPolicy } = useTermsFacts();
  const { serviceLevels, errors, protocol, terms, compatibility } = spec;
  const service = [
    ...(serviceLevels ? serviceFacts(serviceLevels) : []),
    ...(protocol ? ofProtocol(protocol) : []),
    {
      name: t('contract.facts.capabilities'),
      value: spec.capabilities?.join(', '),
    },
  ];
  const says = service.some(({ value }) => value);
  const withQuality = spec.ports.filter(({ quality }) => quality?.length);
  return (
    <>
      {!says && !errors?.length && !terms && withQuality.length === 0 && (
        <EmptyState
          title={t('contract.facts.nothing')}
          why={t('contract.facts.nothingWhy')}
        />
      )}
      {says && (
        <Section title={t('contract.facts.title')}>
          <Facts facts={service} />
        </Section>
      )}
      {withQuality.map(({ name, quality = [] }) => (
        <Section key={name} title={t('contract.facts.quality', { port: name })}>
          <QualityRules rules={quality} />
        </Section>
      ))}
      {errors && errors.length > 0 && (
        <Section title={t('contract.facts.errors')}>
          <ErrorsTable errors={errors} />
        </Section>
      )}
      {terms && (
        <Section title={t('contract.facts.terms')}>
          <Facts facts={ofTerms(terms)} />
        </Section>
      )}
      <Section title={t('contract.facts.policy')}>
        <Facts facts={ofPolicy(compatibility ?? {})} />
      </Section>
    </>
  );
}
