import {
  Assignment,
  AssignmentSlot,
  PromotionKind,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { decodeTime, ulid } from 'ulid';
import { AssignmentRow, toAssignment } from './assignmentRows';
import { previousHolder } from './previousHolder';

/** How far back a rollback looks by itself. */
const HISTORY_LIMIT = 200;

/** A place that one version at a time can hold. */
export interface AssignmentPlace {
  subjectId: string;
  stage: string;
  target: PromotionTarget;
  slot: AssignmentSlot;
}

/** Reads and moves assignments: rows are closed, never changed. */
export class DatabaseAssignmentStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseAssignmentStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Assignments of a model, newest first. */
  async list(options: {
    subjectId: string;
    /** Those in force now, all, or those in force at a moment (ISO 8601). */
    when: 'current' | 'history' | { at: string };
    versionId?: string;
    limit: number;
    before?: string;
  }): Promise<{ items: Assignment[]; next?: string }> {
    const { subjectId, when, versionId, limit, before } = options;
    const query = this.#select(this.#knex)
      .where('assignment.subject_id', subjectId)
      .orderBy('assignment.id', 'desc')
      .limit(limit + 1);
    if (when === 'current') {
      query.whereNull('assignment.until');
    } else if (when !== 'history') {
      query
        .where('assignment.since', '<=', when.at)
        .where(open =>
          open
            .whereNull('assignment.until')
            .orWhere('assignment.until', '>', when.at),
        );
    }
    if (versionId !== undefined) {
      query.where('assignment.version_id', versionId);
    }
    if (before !== undefined) {
      query.where('assignment.id', '<', before);
    }
    const rows = await query;
    const items = rows.slice(0, limit).map(toAssignment);
    const next = rows.length > limit ? items.at(-1)?.id : undefined;
    return { items, ...(next ? { next } : {}) };
  }

  /** What holds a place now. */
  async findCurrent(place: AssignmentPlace): Promise<Assignment | undefined> {
    const row = await this.#at(this.#knex, place)
      .whereNull('assignment.until')
      .first();
    return row && toAssignment(row);
  }

  /** What a promotion took a place from, once it has taken it. */
  async findReplaced(
    place: AssignmentPlace,
    promotionId: string,
  ): Promise<Assignment | undefined> {
    const opened = await this.#at(this.#knex, place)
      .where('assignment.promotion_id', promotionId)
      .orderBy('assignment.id', 'desc')
      .first();
    if (!opened) {
      return undefined;
    }
    const before = await this.#at(this.#knex, place)
      .where('assignment.id', '<', opened.id)
      .orderBy('assignment.id', 'desc')
      .first();
    return before && toAssignment(before);
  }

  /** What a rollback of a place restores; see `previousHolder`. */
  async findPrevious(place: AssignmentPlace): Promise<Assignment | undefined> {
    const rows: (AssignmentRow & {
      label: string;
      ref: string;
      kind: PromotionKind;
    })[] = await this.#at(this.#knex, place)
      .join('promotion', 'promotion.id', 'assignment.promotion_id')
      .select('promotion.kind')
      .orderBy('assignment.id', 'desc')
      .limit(HISTORY_LIMIT);
    const history = rows.reverse().map(row => ({
      ...toAssignment(row),
      byRollback: row.kind === 'rollback',
    }));
    return previousHolder(history);
  }

  /** Whether a version ever held a place. */
  async everHeld(place: AssignmentPlace, versionId: string): Promise<boolean> {
    const row = await this.#at(this.#knex, place)
      .where('assignment.version_id', versionId)
      .first();
    return row !== undefined;
  }

  /** The segments at which anything of a model was ever assigned. */
  async findSegments(subjectId: string): Promise<string[]> {
    const rows: { segment: string }[] = await this.#knex<AssignmentRow>(
      'assignment',
    )
      .where({ subject_id: subjectId })
      .distinct('segment')
      .orderBy('segment')
      .limit(500);
    return rows.map(row => row.segment);
  }

  /**
   * Gives a place to a version, in the caller's transaction. Answers what was
   * closed, and the assignment that was opened, or undefined for both when
   * the version held the place already.
   *
   * Where nothing was ever assigned, `heldBefore` says what a registry had
   * there; it is put on record as closed, so that it can be rolled back to.
   */
  async move(
    trx: Knex.Transaction,
    options: {
      place: AssignmentPlace;
      versionId: string;
      digest: string;
      promotionId: string;
      at: string;
      verifiedAt?: string;
      heldBefore?: { versionId: string; digest: string; since: string };
    },
  ): Promise<{ closed?: Assignment; opened?: Assignment }> {
    const { place, versionId, digest, promotionId, verifiedAt } = options;
    const current = await this.#at(trx, place)
      .whereNull('assignment.until')
      .first();
    if (current?.version_id === versionId) {
      return {};
    }
    const before = current ?? (await this.#adopt(trx, options));
    // Clocks of replicas differ, but what comes later at a place must never
    // look earlier.
    const at = before && before.since > options.at ? before.since : options.at;
    if (before) {
      await trx<AssignmentRow>('assignment')
        .where({ id: before.id })
        .update({ until: at });
    }
    const opened = await this.#open(trx, {
      place,
      at: Math.max(Date.parse(at), before ? decodeTime(before.id) + 1 : 0),
      row: {
        version_id: versionId,
        digest,
        since: at,
        promotion_id: promotionId,
        verified_at: verifiedAt ?? null,
      },
    });
    return {
      ...(before ? { closed: toAssignment({ ...before, until: at }) } : {}),
      ...(opened ? { opened: toAssignment(opened) } : {}),
    };
  }

  /** Puts on record what a registry had at a place before the portal knew it. */
  async #adopt(
    trx: Knex.Transaction,
    options: {
      place: AssignmentPlace;
      versionId: string;
      promotionId: string;
      at: string;
      heldBefore?: { versionId: string; digest: string; since: string };
    },
  ) {
    const { place, heldBefore, promotionId, at } = options;
    if (!heldBefore || heldBefore.versionId === options.versionId) {
      return undefined;
    }
    const known = await this.#at(trx, place).first();
    if (known) {
      return undefined;
    }
    const since = heldBefore.since < at ? heldBefore.since : at;
    return await this.#open(trx, {
      place,
      at: Date.parse(since),
      row: {
        version_id: heldBefore.versionId,
        digest: heldBefore.digest,
        since,
        promotion_id: promotionId,
        verified_at: null,
      },
    });
  }

  async #open(
    trx: Knex.Transaction,
    options: {
      place: AssignmentPlace;
      /** Time of the row's id, in milliseconds. */
      at: number;
      row: Pick<
        AssignmentRow,
        'version_id' | 'digest' | 'since' | 'promotion_id' | 'verified_at'
      >;
    },
  ) {
    const { place, at, row } = options;
    const id = ulid(at);
    await trx<AssignmentRow>('assignment').insert({
      id,
      subject_id: place.subjectId,
      stage: place.stage,
      environment: place.target.environment,
      segment: place.target.segment,
      slot: place.slot,
      traffic_percent: place.slot === 'champion' ? 100 : 0,
      ...row,
    });
    return await this.#select(trx).where('assignment.id', id).first();
  }

  /**
   * There is one champion per target whatever the stage; other slots are one
   * per stage and target.
   */
  #at(knex: Knex, place: AssignmentPlace) {
    const query = this.#select(knex).where({
      'assignment.subject_id': place.subjectId,
      'assignment.environment': place.target.environment,
      'assignment.segment': place.target.segment,
      'assignment.slot': place.slot,
    });
    return place.slot === 'champion'
      ? query
      : query.where('assignment.stage', place.stage);
  }

  #select(knex: Knex) {
    return knex<AssignmentRow>('assignment')
      .join('version', 'version.id', 'assignment.version_id')
      .join('subject', 'subject.id', 'assignment.subject_id')
      .select<(AssignmentRow & { label: string; ref: string })[]>(
        'assignment.*',
        'version.label',
        'subject.ref',
      );
  }
}
