import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { EffectivePolicy } from '../../policy/mergePolicies';
import { PolicyService } from '../../policy/PolicyService';
import { SubjectStore } from '../../subjects/SubjectStore';

/** Tells which entities have a version that is served. */
export class ProductionUse {
  readonly #knex: Knex;
  readonly #policies: Pick<PolicyService, 'readInForce'>;
  readonly #subjects: SubjectStore;

  constructor(options: {
    knex: Knex;
    policies: Pick<PolicyService, 'readInForce'>;
    subjects: SubjectStore;
  }) {
    this.#knex = options.knex;
    this.#policies = options.policies;
    this.#subjects = options.subjects;
  }

  /** Refs of those that have an assignment in a stage that serves. */
  async find(entities: ReadonlyMap<string, Entity>): Promise<Set<string>> {
    const subjects = await this.#subjects.findByRefs([...entities.keys()]);
    const stages = await this.#readStages(
      [...subjects.values()].map(({ id }) => id),
    );
    const serving = new Set<string>();
    if (stages.size === 0) {
      return serving;
    }
    const policyOf = await this.#policies.readInForce();
    for (const [ref, entity] of entities) {
      const assigned = stages.get(subjects.get(ref)?.id ?? '');
      if (assigned && serves(policyOf(entity), assigned)) {
        serving.add(ref);
      }
    }
    return serving;
  }

  async #readStages(
    subjectIds: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const stages = new Map<string, Set<string>>();
    for (const batch of inBatches(subjectIds)) {
      const rows: { subject_id: string; stage: string }[] = await this.#knex(
        'assignment',
      )
        .whereIn('subject_id', batch)
        .whereNull('until')
        .distinct('subject_id', 'stage');
      for (const { subject_id: id, stage } of rows) {
        stages.set(id, (stages.get(id) ?? new Set()).add(stage));
      }
    }
    return stages;
  }
}

/** What no policy speaks of any more counts as served: better too careful. */
function serves(
  policy: EffectivePolicy | undefined,
  assigned: ReadonlySet<string>,
): boolean {
  const known = (policy?.stages ?? []).filter(({ name }) => assigned.has(name));
  return (
    known.length < assigned.size || known.some(({ kind }) => kind === 'serve')
  );
}
