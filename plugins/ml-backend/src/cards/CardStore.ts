import { CardReview } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';

/** A card that was added to a version. */
export interface VersionCardText {
  versionId: string;
  label: string;
  text: string;
}

/** Which card of a model: of a version, or the one in the entity. */
export interface CardPlace {
  subjectId: string;
  versionId?: string;
}

/** A review as it is kept. */
export interface StoredCardReview extends Required<CardReview> {
  note?: string;
}

interface ReviewRow {
  id: string;
  subject_id: string;
  version_id: string | null;
  digest: string;
  state: CardReview['state'];
  note: string | null;
  reviewed_by: string;
  reviewed_at: string;
}

/** Reads cards of versions, and keeps what people say of cards. */
export class CardStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The card of a version; without one, of the newest version of a model that
   * has a card and is still there.
   */
  async findText(
    subjectId: string,
    versionId?: string,
  ): Promise<VersionCardText | undefined> {
    const query = this.#knex('version_card')
      .join('version', 'version.id', 'version_card.version_id')
      .where('version.subject_id', subjectId)
      .orderBy('version.created_at', 'desc')
      .orderBy('version.id', 'desc')
      .orderBy('version_card.position', 'desc')
      .select<{ versionId: string; label: string; text: string }[]>(
        'version.id as versionId',
        'version.label',
        'version_card.text',
      );
    const row = await (
      versionId === undefined
        ? query.whereNull('version.gone_since')
        : query.where('version.id', versionId)
    ).first();
    return row;
  }

  /** The newest review of a card. */
  async findReview(
    place: CardPlace,
    knex: Knex = this.#knex,
  ): Promise<StoredCardReview | undefined> {
    const row = await knex<ReviewRow>('card_review')
      .where({
        subject_id: place.subjectId,
        version_id: place.versionId ?? null,
      })
      .orderBy('id', 'desc')
      .first();
    return (
      row && {
        state: row.state,
        digest: row.digest,
        reviewedBy: row.reviewed_by,
        reviewedAt: row.reviewed_at,
        ...(row.note !== null && { note: row.note }),
      }
    );
  }

  /** Keeps a review, in the caller's transaction. `id` is a ULID. */
  async insertReview(
    tx: Knex.Transaction,
    id: string,
    place: CardPlace,
    review: StoredCardReview,
  ): Promise<void> {
    await tx<ReviewRow>('card_review').insert({
      id,
      subject_id: place.subjectId,
      version_id: place.versionId ?? null,
      digest: review.digest,
      state: review.state,
      note: review.note ?? null,
      reviewed_by: review.reviewedBy,
      reviewed_at: review.reviewedAt,
    });
  }
}
