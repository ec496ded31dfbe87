import { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  isModelEntity,
  modelHome,
  ModelVersion,
  PORTAL_HOME,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { protectionOfAlias } from '../../mlflow/access/protectionOf';
import { lockRecord } from '../../mlflow/records/changeRecord';
import { PolicyService } from '../../policy/PolicyService';
import { accountOf, Actor } from '../../promotion/Actor';
import { versionObjectKind } from '../../registry/versionObjectKind';
import { VersionStore } from '../../registry/VersionStore';
import { SubjectStore } from '../../subjects/SubjectStore';
import { writeTombstone } from './writeTombstone';

/** Where the versions come from that the portal keeps itself. */
const OWN_SOURCES: readonly string[] = ['rest', PORTAL_HOME];

/**
 * Takes back versions that the portal keeps. Knows nothing of permissions; see
 * AuthorizedEvidenceService.
 */
export class VersionDeletion {
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #policies: Pick<PolicyService, 'findEffective'>;
  readonly #subjects: SubjectStore;
  readonly #versions: VersionStore;

  constructor(options: {
    knex: Knex;
    now: () => Date;
    policies: Pick<PolicyService, 'findEffective'>;
    subjects: SubjectStore;
    versions: VersionStore;
  }) {
    this.#knex = options.knex;
    this.#ledger = DatabaseLedger.create(options);
    this.#now = options.now;
    this.#policies = options.policies;
    this.#subjects = options.subjects;
    this.#versions = options.versions;
  }

  /**
   * Puts a tombstone on the version of a model, feature view or dataset and
   * answers it. Throws ConflictError when
   * it comes from elsewhere, was deleted before, or something relies on it.
   */
  async delete(
    model: { ref: string; entity: Entity },
    text: string,
    options: { actor: Actor; reason: string },
  ): Promise<ModelVersion> {
    const subject = await this.#subjects.findByRef(model.ref);
    const candidates = subject
      ? await this.#versions.findCandidates(subject.id, text)
      : [];
    // An alias may have moved since it was looked at.
    const named = candidates.find(({ via }) => via !== 'alias');
    if (!named) {
      throw new NotFoundError(
        `'${model.ref}' has no version with the label or id '${text}'`,
      );
    }
    const version = await this.#read(named.id);
    requireOwn(model, version);
    await this.#requireNoProtectedAlias(model.entity, version);
    await this.#write(version, subject?.id, options);
    return await this.#read(named.id);
  }

  async #write(
    version: ModelVersion,
    subjectId: string | undefined,
    { actor, reason }: { actor: Actor; reason: string },
  ): Promise<void> {
    const ref = `${version.model}@${version.label}`;
    await this.#knex.transaction(async tx => {
      const at = this.#now().toISOString();
      // In the order in which the mlflow client's door locks.
      const own: { record_id: string } | undefined = await tx('version')
        .join(
          'portal_record',
          'portal_record.record_id',
          '=',
          'version.record_id',
        )
        .where('version.id', version.id)
        .first('portal_record.record_id');
      if (own) {
        await lockRecord(tx, { id: own.record_id });
      }
      const { aliases } = await writeTombstone(tx, {
        versionId: version.id,
        ref,
        by: accountOf(actor),
        reason,
        at,
      });
      await tx('portal_version')
        .where({ version_id: version.id })
        .update({ updated_at: at });
      await this.#ledger.append(tx, [
        {
          type: 'dev.understudy.version.deleted',
          source: '/api/ml/models',
          subject: ref,
          subjectId,
          data: {
            actor,
            action: 'version.deleted',
            object: { kind: versionObjectKind(version.model), ref: version.id },
            before: { aliases },
            after: { digest: version.digest },
            reason,
            correlationId: version.id,
          },
        },
      ]);
    });
  }

  async #requireNoProtectedAlias(
    entity: Entity,
    version: ModelVersion,
  ): Promise<void> {
    if (!isModelEntity(entity)) {
      return; // only those of models have aliases
    }
    const policy = await this.#policies.findEffective(entity);
    for (const alias of version.aliases) {
      const protection = protectionOfAlias(policy, alias);
      if (protection) {
        throw new ConflictError(
          `The alias '${alias}' points at ${version.model}@${version.label} and follows the stage '${protection.stage.name}'; promote another version first`,
        );
      }
    }
  }

  async #read(id: string): Promise<ModelVersion> {
    const version = (await this.#versions.findByIds([id])).get(id);
    if (!version) {
      throw new ServiceUnavailableError(`Version '${id}' cannot be read now`);
    }
    return version;
  }
}

function requireOwn(
  model: { ref: string; entity: Entity },
  version: ModelVersion,
): void {
  const ref = `${model.ref}@${version.label}`;
  // Versions of feature views and datasets have no other home.
  const home = isModelEntity(model.entity)
    ? modelHome(model.entity)
    : PORTAL_HOME;
  if (home !== PORTAL_HOME) {
    throw new ConflictError(
      `${ref} cannot be deleted here: the home of the model is ${home === undefined ? 'not known; set spec.home' : `the registry '${home}'`}`,
    );
  }
  if (!OWN_SOURCES.includes(version.source.type)) {
    throw new ConflictError(
      `${ref} comes from '${version.source.title ?? version.source.type}'; take it away there`,
    );
  }
}
