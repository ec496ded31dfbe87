import { Entity } from '@backstage/catalog-model';
import { Contract, Finding } from '@understudy/contracts';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { ownerOf } from '../../models/ModelAccess';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { OutboxMessage } from '../../outbox/OutboxMessage';
import { systemActor } from '../../promotion/Actor';
import { Subject } from '../../subjects/SubjectStore';
import { ContractChecker, JudgedContract } from '../check/ContractChecker';
import { contractEvent } from '../publish/contractEvents';
import { brokenBy } from '../publish/contractNotices';
import { ContractPublisher } from '../publish/ContractPublisher';
import { deriveVersion } from '../publish/deriveVersion';
import { portName } from '../sources/importDocument';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { SightingStore } from '../store/SightingStore';
import { StoredContract } from '../store/StoredContract';
import { alignObserved } from './alignObserved';
import { inOrderOf } from './inOrderOf';
import { Observation } from './ObservationStore';
import { observedDifferences } from './observedDifferences';
import { readObserved } from './readObserved';
import { staleNotices } from './staleNotices';
import { standingContract } from './standingContract';

/** The source of what is noted about observed schemas. */
export const OBSERVED = 'lineage';

/** What was observed, of what. */
export interface JudgedObservation {
  subject: Subject;
  entity: Entity;
  observation: Observation;
  /** Of all that the judgement depends on. */
  digest: string;
}

/**
 * Judges data by its contract: where there is none, what was observed becomes
 * it; where there is one, a difference is noted and told once to whom it
 * concerns, until there is none any more.
 */
export class ObservationJudge {
  readonly #checker: ContractChecker;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #outbox: DatabaseOutbox;
  readonly #publisher: ContractPublisher;
  readonly #sightings: SightingStore;
  readonly #store: DatabaseContractStore;
  readonly #wake: () => void;

  constructor(options: {
    checker: ContractChecker;
    knex: Knex;
    ledger: DatabaseLedger;
    outbox: DatabaseOutbox;
    publisher: ContractPublisher;
    sightings: SightingStore;
    store: DatabaseContractStore;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
  }) {
    this.#checker = options.checker;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#outbox = options.outbox;
    this.#publisher = options.publisher;
    this.#sightings = options.sightings;
    this.#store = options.store;
    this.#wake = options.wake;
  }

  async judge(request: JudgedObservation): Promise<void> {
    const { subject, entity, observation } = request;
    const history = await this.#store.readHistory({
      subjectId: subject.id,
      providerId: '',
    });
    const live = readObserved(entity, observation, portName(history));
    if ('findings' in live) {
      await this.#note(request, live.findings);
      return;
    }
    const basis = standingContract(entity, history);
    if (basis) {
      await this.#compare(request, basis, live.contract, history);
    } else {
      await this.#derive(request, live.contract, history);
    }
  }

  async #derive(
    request: JudgedObservation,
    live: Contract,
    history: readonly StoredContract[],
  ): Promise<void> {
    const latest = currentContract(history)?.contract;
    const contract = deriveVersion(
      latest ? inOrderOf(live, latest) : live,
      history.map(stored => stored.contract),
    );
    if (contract) {
      await this.#publisher.publish({
        subject: request.subject,
        entity: request.entity,
        contract,
        origin: 'lineage',
        actor: systemActor,
      });
    }
    await this.#note(request, []);
  }

  async #compare(
    request: JudgedObservation,
    basis: StoredContract,
    live: Contract,
    history: readonly StoredContract[],
  ): Promise<void> {
    const { subject, entity, observation } = request;
    const aligned = alignObserved(
      live.spec.ports[0],
      basis.contract,
      observation.name,
    );
    const findings = aligned
      ? observedDifferences({
          contract: basis.contract,
          aligned,
          table: observation.name,
          production: entity.spec?.lifecycle === 'production',
        })
      : [];
    if (!aligned || !(await this.#isNews(subject.id, findings))) {
      await this.#note(request, findings);
      return;
    }
    const judged = await this.#checker.judge({
      ref: subject.ref,
      subjectId: subject.id,
      entity,
      contract: aligned,
      history,
    });
    await this.#tell(request, { basis, findings, judged });
  }

  /** Whether something differs that did not when it was last looked at. */
  async #isNews(
    subjectId: string,
    findings: readonly Finding[],
  ): Promise<boolean> {
    const seen = await this.#sightings.readFindings(subjectId);
    const known = new Set(
      seen
        .filter(({ source }) => source === OBSERVED)
        .flatMap(sighting => sighting.findings.map(keyOf)),
    );
    return findings.some(finding => !known.has(keyOf(finding)));
  }

  async #tell(
    request: JudgedObservation,
    found: {
      basis: StoredContract;
      findings: Finding[];
      judged: JudgedContract;
    },
  ): Promise<void> {
    const { subject, entity, observation } = request;
    const { basis, findings, judged } = found;
    const { namespace, name, observedAt } = observation;
    const broken = brokenBy(judged, () => false);
    const notices = staleNotices({
      ref: subject.ref,
      contractId: basis.id,
      version: basis.version,
      owner: ownerOf(entity),
      findings,
      broken,
    });
    await this.#knex.transaction(async trx => {
      await this.#sightings.putWithin(trx, toSighting(request, findings));
      const [event] = await this.#ledger.append(trx, [
        contractEvent({
          verb: 'stale',
          ref: subject.ref,
          contract: basis,
          actor: systemActor,
          after: {
            observed: { namespace, name, observedAt },
            differences: findings.map(finding => finding.new),
            consumers: broken.map(({ consumer }) => consumer),
          },
        }),
      ]);
      const messages: OutboxMessage[] = [
        {
          kind: 'contract-event',
          subject: subject.ref,
          contractVersionId: basis.id,
          eventType: event.type,
        },
        ...notices,
      ];
      await this.#outbox.add(
        trx,
        messages.map(message => ({ eventId: event.id, message })),
      );
    });
    this.#wake();
  }

  async #note(request: JudgedObservation, findings: Finding[]): Promise<void> {
    await this.#sightings.put(toSighting(request, findings));
  }
}

function keyOf({ ruleId, port, new: found }: Finding): string {
  return JSON.stringify([ruleId, port, found]);
}

function toSighting(
  { subject, observation, digest }: JudgedObservation,
  findings: Finding[],
) {
  return {
    subjectId: subject.id,
    source: OBSERVED,
    digest,
    document: observation,
    findings,
  };
}
