import { WaivedFinding } from '@understudy/plugin-ml-common';
import { SubjectStore } from '../../subjects/SubjectStore';
import { StoredWaiver, waiverState } from './StoredWaiver';
import { WaiverStore } from './WaiverStore';

/** A consent that holds at the moment it is read. */
export interface WaiverInForce extends WaivedFinding {
  /** ULID. */
  id: string;
  /** ISO 8601; it holds before. */
  until: string;
  reason: string;
  /** Entity ref of who granted it. */
  approvedBy: string;
}

/**
 * Reads the waivers that hold now. They are read anew for each verdict, so that
 * what ended or was taken back counts no longer.
 */
export class WaiversInForce {
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiverStore;

  constructor(options: {
    subjects: SubjectStore;
    waivers: WaiverStore;
    now?: () => Date;
  }) {
    this.#now = options.now ?? (() => new Date());
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
  }

  /** Those about the contract of a provider, oldest first. */
  async read(subjectId: string | undefined): Promise<WaiverInForce[]> {
    if (subjectId === undefined) {
      return [];
    }
    return (await this.readAll([subjectId])).get(subjectId) ?? [];
  }

  /** Those about the contracts of providers, by the subject, oldest first. */
  async readAll(
    subjectIds: readonly string[],
  ): Promise<Map<string, WaiverInForce[]>> {
    const now = this.#now().toISOString();
    const open = await this.#waivers.readOpen(subjectIds, now);
    const holding = open.filter(
      waiver => waiverState(waiver, now) === 'in-force',
    );
    const consumers = await this.#subjects.findByIds(
      holding.flatMap(({ consumerId }) => consumerId ?? []),
    );
    const inForce = new Map<string, WaiverInForce[]>();
    for (const waiver of holding) {
      const { consumerId, subjectId } = waiver;
      const consumer =
        consumerId === undefined ? undefined : consumers.get(consumerId)?.ref;
      // One whose consumer is not known must never count for all of them.
      if (consumerId === undefined || consumer !== undefined) {
        inForce.set(subjectId, [
          ...(inForce.get(subjectId) ?? []),
          ...describe(waiver, consumer),
        ]);
      }
    }
    return inForce;
  }
}

function describe(
  waiver: StoredWaiver,
  consumer: string | undefined,
): WaiverInForce[] {
  const { decision } = waiver;
  return decision
    ? [
        {
          id: waiver.id,
          ruleId: waiver.ruleId,
          port: waiver.port,
          path: waiver.path,
          pointer: waiver.pointer,
          ...(consumer !== undefined && { consumer }),
          until: waiver.until,
          reason: waiver.reason,
          approvedBy: decision.by,
        },
      ]
    : [];
}
