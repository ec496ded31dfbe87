import { PromotionKind } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { AssignmentRow } from './assignmentRows';
import { AssignmentPlace } from './DatabaseAssignmentStore';
import { previousHolder } from './previousHolder';

/** As far back as a rollback looks by itself. */
const HISTORY_LIMIT = 200;

/** Ids of the versions that hold a place and held it before. */
export interface Holders {
  current?: string;
  /** What a rollback would restore. */
  previous?: string;
}

type HolderRow = Pick<
  AssignmentRow,
  | 'subject_id'
  | 'stage'
  | 'environment'
  | 'segment'
  | 'slot'
  | 'version_id'
  | 'until'
> & { kind: PromotionKind };

/** Who holds some places, all read at once. */
export async function readHolders(
  knex: Knex,
  places: readonly AssignmentPlace[],
): Promise<(place: AssignmentPlace) => Holders> {
  const histories = new Map<string, HolderRow[]>();
  for (const batch of inBatches(places)) {
    for (const row of await readRows(knex, batch)) {
      const key = keyOf({
        subjectId: row.subject_id,
        stage: row.stage,
        target: { environment: row.environment, segment: row.segment },
        slot: row.slot,
      });
      const known = histories.get(key);
      if (known) {
        known.push(row);
      } else {
        histories.set(key, [row]);
      }
    }
  }
  return place => {
    const history = histories.get(keyOf(place)) ?? [];
    const current = history.find(({ until }) => until === null)?.version_id;
    const previous = previousHolder(
      history.map(row => ({
        versionId: row.version_id,
        byRollback: row.kind === 'rollback',
      })),
    )?.versionId;
    return {
      ...(current === undefined ? {} : { current }),
      ...(previous === undefined ? {} : { previous }),
    };
  };
}

/** Oldest first; more places than were asked for, which nobody looks up. */
async function readRows(
  knex: Knex,
  places: readonly AssignmentPlace[],
): Promise<HolderRow[]> {
  const distinct = (of: (place: AssignmentPlace) => string) => [
    ...new Set(places.map(of)),
  ];
  const ranked = knex('assignment')
    .join('promotion', 'promotion.id', 'assignment.promotion_id')
    .whereIn(
      'assignment.subject_id',
      distinct(({ subjectId }) => subjectId),
    )
    .whereIn(
      'assignment.environment',
      distinct(({ target }) => target.environment),
    )
    .whereIn(
      'assignment.segment',
      distinct(({ target }) => target.segment),
    )
    .select(
      'assignment.id',
      'assignment.subject_id',
      'assignment.stage',
      'assignment.environment',
      'assignment.segment',
      'assignment.slot',
      'assignment.version_id',
      'assignment.until',
      'promotion.kind',
      knex.raw(
        'row_number() over (partition by assignment.subject_id, assignment.stage, assignment.environment, assignment.segment, assignment.slot order by assignment.id desc) as age',
      ),
    )
    .as('ranked');
  return await knex
    .from(ranked)
    .where('age', '<=', HISTORY_LIMIT)
    .orderBy('id');
}

function keyOf({ subjectId, stage, target, slot }: AssignmentPlace): string {
  const { environment, segment } = target;
  return JSON.stringify([subjectId, stage, environment, segment, slot]);
}
