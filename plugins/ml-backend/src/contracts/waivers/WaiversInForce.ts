import { WaivedFinding } from '@understudy/plugin-ml-common';
import { SubjectStore } from '../../subjects/SubjectStore';
import { waiverState } from './StoredWaiver';
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
    const now = this.#now().toISOString();
    const open = await this.#waivers.readOpen(subjectId, now);
    const holding = open.filter(
      waiver => waiverState(waiver, now) === 'in-force',
    );
    if (holding.length === 0) {
      return [];
    }
    const consumers = await this.#subjects.findByIds(
      holding.flatMap(({ consumerId }) => consumerId ?? []),
    );
    return holding.flatMap(waiver => {
      const { consumerId, decision } = waiver;
      const consumer =
        consumerId === undefined ? undefined : consumers.get(consumerId)?.ref;
      // One whose consumer is not known must never count for all of them.
      if (!decision || (consumerId !== undefined && consumer === undefined)) {
        return [];
      }
      return [
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
      ];
    });
  }
}
