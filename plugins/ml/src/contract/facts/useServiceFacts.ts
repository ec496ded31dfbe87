import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ServiceLevels } from '@understudy/contracts';
import { Fact } from '../../pieces/Facts';
import { formatNumber } from '../../pieces/formatNumber';
import { useDurationText } from '../../pieces/useDurationText';
import { contractTranslationRef } from '../translation';

/** Service levels as named facts. */
export function useServiceFacts(): (levels: ServiceLevels) => Fact[] {
  const { t } = useTranslationRef(contractTranslationRef);
  const durationText = useDurationText();
  return levels => {
    const number = (
      unit: 'rps' | 'ms' | 'bytes' | 'rows',
      value: number | undefined,
    ) =>
      value === undefined
        ? undefined
        : t(`contract.facts.${unit}`, { value: formatNumber(value) });
    const share = (bound: 'atLeast' | 'atMost', value: number | undefined) =>
      value === undefined
        ? undefined
        : t(`contract.facts.${bound}`, {
            value: t('contract.facts.percent', { value: percentOf(value) }),
          });
    const duration = (value: string | undefined) =>
      value === undefined ? undefined : durationText(value);
    const latency = Object.entries(levels.latencyMs ?? {}).map(
      ([name, value]) =>
        t('contract.facts.percentile', { name, value: formatNumber(value) }),
    );
    const freshness = duration(levels.freshness);
    return [
      { name: t('contract.facts.level.latency'), value: latency.join(', ') },
      { name: t('contract.facts.level.measuredAt'), value: levels.measuredAt },
      {
        name: t('contract.facts.level.atRps'),
        value: number('rps', levels.atRps),
      },
      {
        name: t('contract.facts.level.throughput'),
        value: number('rps', levels.throughputRps),
      },
      {
        name: t('contract.facts.level.rateLimit'),
        value: number('rps', levels.rateLimitRps),
      },
      {
        name: t('contract.facts.level.availability'),
        value: share('atLeast', levels.availability),
      },
      {
        name: t('contract.facts.level.errorRate'),
        value: share('atMost', levels.errorRate),
      },
      {
        name: t('contract.facts.level.freshness'),
        value: freshness && t('contract.facts.atMost', { value: freshness }),
      },
      { name: t('contract.facts.level.schedule'), value: levels.schedule },
      { name: t('contract.facts.level.ttl'), value: duration(levels.ttl) },
      {
        name: t('contract.facts.level.maxPayload'),
        value: number('bytes', levels.maxPayloadBytes),
      },
      {
        name: t('contract.facts.level.maxBatch'),
        value: number('rows', levels.maxBatch),
      },
      {
        name: t('contract.facts.level.timeout'),
        value: number('ms', levels.timeoutMs),
      },
      {
        name: t('contract.facts.level.retention'),
        value: duration(levels.retention),
      },
      { name: t('contract.facts.level.support'), value: levels.supportHours },
      {
        name: t('contract.facts.level.notice'),
        value: duration(levels.deprecationNotice),
      },
      ...(levels.metricFloors ?? []).map(({ name, atLeast }) => ({
        name: t('contract.facts.level.floor', { name }),
        value: t('contract.facts.atLeast', { value: formatNumber(atLeast) }),
      })),
    ];
  };
}

/** Availability is told by its last nines, which three digits would round away. */
function percentOf(share: number): string {
  return String(Number((share * 100).toFixed(6)));
}
