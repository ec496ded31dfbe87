import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { checkConsumer, Finding } from '@understudy/contracts';
import { refWords } from '../../policy/refWords';
import { JudgingRules } from '../check/ContractChecker';
import { consumerDescriber } from '../consumers/consumerDescriber';
import { ObservedOffer } from '../observed/observedOffer';
import { currentContract } from '../store/currentContract';
import { consumerWaivers } from '../waivers/engineWaivers';
import {
  breakOf,
  doubtOf,
  GateReasons,
  reasonsOf,
  sumReasons,
} from './gateReasons';
import { Upstream } from './UpstreamReader';

/**
 * What a model expects of what it reads, against what that promises now, and
 * against what was observed to be there where the two differ. Pure.
 */
export function judgeUpstream(
  upstream: Upstream,
  options: {
    model: Entity;
    environment: string;
    rules: JudgingRules;
    /** As `YYYY-MM-DD`. */
    today: string;
  },
): GateReasons {
  const { ref, entity, history, declared, observed, waivers } = upstream;
  const { model, environment, today } = options;
  const { profile, overrides } = options.rules;
  if (!entity) {
    return breakOf(
      ref,
      `${refWords(ref)}, which the model reads, is not in the catalog`,
    );
  }
  const current = currentContract(history);
  if (!current) {
    return doubtOf(`${refWords(ref)}, which the model reads, has no contract`);
  }
  const consumer = consumerDescriber(
    { ref, entity },
    history,
  )({
    consumer: stringifyEntityRef(model),
    entity: model,
    declared,
    inProduction: false,
  });
  if (!consumer.contract) {
    return doubtOf(`What the model reads of ${refWords(ref)} is not known`);
  }
  // The version that it is pinned to is served beside the newest one.
  const offered =
    history.find(
      ({ version, status }) =>
        version === consumer.pinnedTo && status !== 'retired',
    ) ?? current;
  const asked = {
    consumer: consumer.contract,
    basis: declared ? ('declared' as const) : ('implied' as const),
    profile,
    overrides,
    environment,
    today,
    waivers: consumerWaivers(waivers),
  };
  const promised = checkConsumer({ ...asked, provider: offered.contract });
  // Of versions that are served beside the newest one, no data is observed.
  const written =
    observed && offered === current
      ? checkConsumer({ ...asked, provider: observed.contract }).findings
      : [];
  return sumReasons([
    reasonsOf(promised.findings, {
      ref,
      isDoubtful: promised.verdict === 'unverifiable',
    }),
    reasonsOf(
      observed ? onlyObserved(observed, written, promised.findings) : [],
      { ref },
    ),
  ]);
}

/** What data breaks that its contract does not, as much as it weighs where the data is. */
function onlyObserved(
  { table, severity }: ObservedOffer,
  written: readonly Finding[],
  promised: readonly Finding[],
): Finding[] {
  const known = new Set(promised.map(placeOf));
  return written
    .filter(finding => isBreak(finding) && !known.has(placeOf(finding)))
    .map(finding => ({
      ...finding,
      severity: finding.severity === 'error' ? severity : finding.severity,
      message: `Observed in ${table}: ${finding.message}`,
    }));
}

/** An error, also where a policy makes it milder. */
function isBreak({ severity, override }: Finding): boolean {
  return severity === 'error' || override?.from === 'error';
}

function placeOf({ ruleId, port, path }: Finding): string {
  return JSON.stringify([ruleId, port, path]);
}
