import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { checkConsumer } from '@understudy/contracts';
import { refWords } from '../../policy/refWords';
import { JudgingRules } from '../check/ContractChecker';
import { consumerDescriber } from '../consumers/consumerDescriber';
import { currentContract } from '../store/currentContract';
import { consumerWaivers } from '../waivers/engineWaivers';
import { breakOf, doubtOf, GateReasons, reasonsOf } from './gateReasons';
import { Upstream } from './UpstreamReader';

/** What a model expects of what it reads, against what that offers now. Pure. */
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
  const { ref, entity, history, declared, waivers } = upstream;
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
  const { findings, verdict } = checkConsumer({
    provider: offered.contract,
    consumer: consumer.contract,
    basis: declared ? 'declared' : 'implied',
    profile,
    overrides,
    environment,
    today,
    waivers: consumerWaivers(waivers),
  });
  return reasonsOf(findings, { ref, isDoubtful: verdict === 'unverifiable' });
}
