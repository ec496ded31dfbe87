import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  cardCompleteness,
  cardDigest,
  CardReviewChoice,
  cardReviewStatus,
  evaluationsToModelIndex,
  formatModelCard,
  highestTier,
  ModelCardReport,
  modelIndexEvaluations,
  parseModelCard,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { readEvidenceAddition } from '../evidence/evidenceRequests';
import { EvidenceService } from '../evidence/EvidenceService';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { accountOf, Actor } from '../promotion/Actor';
import { resolveVersion } from '../registry/resolveVersion';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { CardStore } from './CardStore';
import { CardModel, findCard, FoundCard } from './findCard';

/** What a caller says of a card. */
export interface CardReviewRequest {
  /** Of the version's card instead of the model's. */
  version?: string;
  /** Of the text that the caller read. */
  digest: string;
  state: CardReviewChoice;
  note?: string;
}

type Report = Omit<ModelCardReport, 'may'>;

/**
 * Cards of models: what they say, what they lack, and whether somebody reviewed
 * them. Knows nothing of permissions; see AuthorizedCardService.
 */
export class CardService {
  readonly #cards: CardStore;
  readonly #evidence: EvidenceService;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #riskTiers: readonly string[];
  readonly #subjects: SubjectStore;
  readonly #versions: VersionStore;

  constructor(options: {
    evidence: EvidenceService;
    knex: Knex;
    now: () => Date;
    riskTiers: readonly string[];
    subjects: SubjectStore;
    versions: VersionStore;
  }) {
    this.#cards = new CardStore(options.knex);
    this.#evidence = options.evidence;
    this.#knex = options.knex;
    this.#ledger = DatabaseLedger.create(options);
    this.#now = options.now;
    this.#riskTiers = options.riskTiers;
    this.#subjects = options.subjects;
    this.#versions = options.versions;
  }

  /** Throws NotFoundError when there is no card. */
  async get(model: CardModel, version?: string): Promise<Report> {
    return await this.#report(model, await this.#find(model, version));
  }

  /**
   * The card as a file for a hub of models, with the evaluations of the version
   * as its `model-index`; those of the card itself where the version has none.
   */
  async export(model: CardModel, version?: string): Promise<string> {
    const found = await this.#find(model, version);
    const label = version ?? found.version?.label;
    const evaluations =
      label === undefined
        ? []
        : (await this.#evidence.get(model.ref, label)).evaluations;
    if (evaluations.length === 0) {
      return formatModelCard(found.card);
    }
    const { title, name } = model.entity.metadata;
    const index = evaluationsToModelIndex(evaluations, {
      model: title ?? name,
      task: model.entity.spec.type,
    });
    return formatModelCard({
      ...found.card,
      metadata: { ...found.card.metadata, 'model-index': index },
    });
  }

  /**
   * Adds a card to a version, and the evaluations in its `model-index`. A card
   * does not say when it was measured: the time of the version counts, so that
   * the same card twice is the same evidence.
   */
  async import(
    model: CardModel,
    version: string,
    text: string,
    { actor }: { actor: Actor },
  ): Promise<{ card: Report; evaluations: number }> {
    const { evaluations } = modelIndexEvaluations(parseModelCard(text), {
      evaluatedAt: await this.#createdAt(model.ref, version),
    });
    const addition = readEvidenceAddition({
      card: { text },
      ...(evaluations.length > 0 && { evaluations }),
    });
    await this.#evidence.add(model.ref, version, addition, { actor });
    return {
      card: await this.get(model, version),
      evaluations: evaluations.length,
    };
  }

  /**
   * Keeps what somebody makes of a card. Throws ConflictError when the text is
   * another one by now, and NotAllowedError when who asked for the review ends it.
   */
  async review(
    model: CardModel,
    request: CardReviewRequest,
    { actor }: { actor: Actor },
  ): Promise<Report> {
    const found = await this.#find(model, request.version);
    const digest = cardDigest(found.text);
    if (digest !== request.digest) {
      throw new ConflictError(
        `digest '${request.digest}' is of another text: the card has changed; read it again`,
      );
    }
    const { id: subjectId } = await this.#subjects.ensure(
      subjectEntityOf(model.entity),
    );
    const place = { subjectId, versionId: found.version?.id };
    const at = this.#now();
    const by = accountOf(actor);
    await this.#knex.transaction(async tx => {
      const before = await this.#cards.findReview(place, tx);
      const asked = before?.state === 'in_review' && before.digest === digest;
      if (request.state === 'approved' && asked && before.reviewedBy === by) {
        throw new NotAllowedError(
          `'${by}' asked for the review, so somebody else approves the card`,
        );
      }
      await this.#cards.insertReview(tx, ulid(at.getTime()), place, {
        state: request.state,
        digest,
        reviewedBy: by,
        reviewedAt: at.toISOString(),
        ...(request.note !== undefined && { note: request.note }),
      });
      await this.#ledger.append(tx, [
        {
          type: 'dev.understudy.card.reviewed',
          source: '/api/ml/models',
          subject: found.version
            ? `${model.ref}@${found.version.label}`
            : model.ref,
          subjectId,
          data: {
            actor,
            action: 'card.reviewed',
            object: { kind: 'ModelCard', ref: digest },
            ...(before && {
              before: { state: before.state, digest: before.digest },
            }),
            after: { state: request.state, digest },
            ...(request.note !== undefined && { reason: request.note }),
            correlationId: subjectId,
          },
        },
      ]);
    });
    return await this.get(model, request.version);
  }

  async #createdAt(model: string, text: string): Promise<string> {
    const subject = await this.#subjects.findByRef(model);
    const id = await resolveVersion(this.#versions, {
      subjectId: subject?.id,
      model,
      text,
    });
    const version = (await this.#versions.findByIds([id])).get(id);
    if (!version) {
      throw new ServiceUnavailableError(`Version '${text}' cannot be read now`);
    }
    return version.createdAt;
  }

  async #find(model: CardModel, version?: string): Promise<FoundCard> {
    return await findCard(model, version, {
      cards: this.#cards,
      subjects: this.#subjects,
      versions: this.#versions,
    });
  }

  async #report(
    model: CardModel,
    { card, subjectId, text, version }: FoundCard,
  ): Promise<Report> {
    const risk = highestTier(model.entity.spec.uses ?? [], this.#riskTiers);
    const riskTier = risk.complete ? risk.tier : undefined;
    const review =
      subjectId === undefined
        ? undefined
        : await this.#cards.findReview({ subjectId, versionId: version?.id });
    const { metadata, body, sections, problems } = card;
    return {
      model: model.ref,
      source: version ? 'version' : 'entity',
      ...(version && { version: version.label }),
      text,
      digest: cardDigest(text),
      metadata,
      body,
      sections,
      problems,
      ...(riskTier !== undefined && { riskTier }),
      completeness: cardCompleteness(card, {
        riskTier,
        tiers: this.#riskTiers,
      }),
      review: {
        ...cardReviewStatus(text, review),
        ...(review?.note !== undefined && { note: review.note }),
      },
    };
  }
}
