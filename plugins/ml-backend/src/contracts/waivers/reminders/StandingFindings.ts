import { Entity } from '@backstage/catalog-model';
import { Finding, fitsWaiver, Waiver } from '@understudy/contracts';
import { ContractChecker, JudgedContract } from '../../check/ContractChecker';
import { currentContract } from '../../store/currentContract';
import { DatabaseContractStore } from '../../store/DatabaseContractStore';
import {
  consumerWaivers,
  EARLY_REMOVAL,
  toEngine,
  usesField,
} from '../engineWaivers';
import { WaivedSubject } from '../WaiverService';
import { WaiverInForce } from '../WaiversInForce';

/** Whether a finding is there now; `unknown` where not all consumers are known. */
export type FindingStanding = 'stands' | 'gone' | 'unknown';

type ProviderToJudge = WaivedSubject & { entity: Entity };

/**
 * Tells how what was waived stands. What was asked for a change that never
 * came, or that went again, does not stand; nor does what another waiver covers.
 */
export type ReadStanding = (
  subject: ProviderToJudge,
  waiver: WaiverInForce,
) => Promise<FindingStanding>;

/** Judges contracts to tell whether what was waived counts now. */
export class StandingFindings {
  readonly #checker: ContractChecker;
  readonly #store: DatabaseContractStore;

  constructor(options: {
    checker: ContractChecker;
    store: DatabaseContractStore;
  }) {
    this.#checker = options.checker;
    this.#store = options.store;
  }

  /** For one turn of work: each contract is judged once in it. */
  beginTurn(): ReadStanding {
    const turn = new Map<string, Promise<JudgedContract | undefined>>();
    return async (subject, waiver) => {
      const judging = turn.get(subject.id) ?? this.#judge(subject);
      turn.set(subject.id, judging);
      const judged = await judging;
      return judged ? standingOf(judged, waiver) : 'gone';
    };
  }

  /** What holds now, judged by what was before. Nothing where only drafts are there. */
  async #judge(subject: ProviderToJudge): Promise<JudgedContract | undefined> {
    const history = await this.#store.readHistory({
      subjectId: subject.id,
      providerId: '',
    });
    const current = currentContract(history);
    if (!current || current.status === 'draft') {
      return undefined;
    }
    return await this.#checker.judge({
      ref: subject.ref,
      subjectId: subject.id,
      entity: subject.entity,
      contract: current.contract,
      history: history.filter(
        ({ id, publishedAt }) =>
          id !== current.id && publishedAt <= current.publishedAt,
      ),
    });
  }
}

function standingOf(
  judged: JudgedContract,
  waiver: WaiverInForce,
): FindingStanding {
  const { consumer, ...ofVersions } = waiver;
  const ofReport = judged.report?.findings ?? [];
  if (consumer === undefined) {
    return hasOpen(ofReport, [toEngine(ofVersions)]) ? 'stands' : 'gone';
  }
  const hit = judged.consumers.find(known => known.consumer === consumer);
  if (!hit) {
    return judged.complete ? 'gone' : 'unknown';
  }
  // That a field went early is found between versions, and hits who uses it.
  const isEarly =
    waiver.ruleId === EARLY_REMOVAL &&
    usesField(hit, waiver) &&
    hasOpen(ofReport, [toEngine(ofVersions)]);
  return isEarly || hasOpen(hit.findings, consumerWaivers([waiver]))
    ? 'stands'
    : 'gone';
}

/** Whether one of the waivers is about something that breaks, and that no other covers. */
function hasOpen(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): boolean {
  return findings.some(
    finding =>
      finding.severity === 'error' &&
      !finding.waiver &&
      waivers.some(waiver => fitsWaiver(finding, waiver)),
  );
}
