import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CompatibilityPolicy,
  Protocol,
  ruleTitle,
  Terms,
} from '@understudy/contracts';
import { Fact } from '../../pieces/Facts';
import { useDurationText } from '../../pieces/useDurationText';
import { contractTranslationRef } from '../translation';

/** Terms, protocol and rules for changes as named facts. */
export function useTermsFacts(): {
  ofTerms: (terms: Terms) => Fact[];
  ofProtocol: (protocol: Protocol) => Fact[];
  ofPolicy: (policy: CompatibilityPolicy) => Fact[];
} {
  const { t } = useTranslationRef(contractTranslationRef);
  const durationText = useDurationText();
  return {
    ofTerms: terms => [
      {
        name: t('contract.facts.term.purposes'),
        value: terms.purposes?.join(', '),
      },
      {
        name: t('contract.facts.term.retention'),
        value: terms.retention && durationText(terms.retention),
      },
      {
        name: t('contract.facts.term.regions'),
        value: terms.regions?.join(', '),
      },
      { name: t('contract.facts.term.licence'), value: terms.licence },
      { name: t('contract.facts.term.legalBasis'), value: terms.legalBasis },
      {
        name: t('contract.facts.term.sharing'),
        value: terms.sharing && t(`contract.facts.sharing.${terms.sharing}`),
      },
    ],
    ofProtocol: protocol => [
      { name: t('contract.facts.protocol.name'), value: protocol.name },
      { name: t('contract.facts.protocol.version'), value: protocol.version },
      { name: t('contract.facts.protocol.endpoint'), value: protocol.endpoint },
      { name: t('contract.facts.protocol.auth'), value: protocol.auth },
      {
        name: t('contract.facts.protocol.serialization'),
        value: protocol.serialization,
      },
      {
        name: t('contract.facts.protocol.flavors'),
        value: protocol.flavors?.join(', '),
      },
    ],
    ofPolicy: policy => {
      const { last, since } = policy.supportedVersions ?? {};
      const supported = [
        last !== undefined &&
          t('contract.facts.compatibility.last', { amount: String(last) }),
        since !== undefined &&
          t('contract.facts.compatibility.since', { day: since }),
      ];
      return [
        {
          name: t('contract.facts.compatibility.mode'),
          value: t(`contract.facts.mode.${policy.mode ?? 'byDirection'}`),
        },
        {
          name: t('contract.facts.compatibility.profile'),
          value: policy.profile,
        },
        {
          name: t('contract.facts.compatibility.supported'),
          value: supported.filter(Boolean).join(', '),
        },
        {
          name: t('contract.facts.compatibility.overrides'),
          value: policy.overrides
            ?.map(({ ruleId, severity, reason }) =>
              t('contract.facts.compatibility.override', {
                rule: ruleTitle(ruleId),
                id: ruleId,
                severity,
                reason,
              }),
            )
            .join('; '),
        },
      ];
    },
  };
}
