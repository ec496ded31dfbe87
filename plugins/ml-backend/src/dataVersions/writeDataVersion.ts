import { Knex } from 'knex';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { Actor } from '../promotion/Actor';
import { MetricDictionary } from '../registry/MetricDictionary';
import { normalizeVersion } from '../registry/versionContent';
import { insertVersions } from '../registry/writeVersions';
import { Subject } from '../subjects/SubjectStore';
import { NewDataVersion } from './dataVersionRequests';

// Feature views and datasets are not measured: nothing has to be given a name.
const noMetrics = MetricDictionary.create([]);

/**
 * Stores a version of a feature view or dataset, together with the entry in
 * the ledger, and answers its id. The database refuses a label that is taken.
 */
export async function writeDataVersion(
  tx: Knex.Transaction,
  options: {
    subject: Subject;
    version: NewDataVersion;
    /** `rest` when somebody sent it, `entity` when it was read there. */
    sourceType: 'rest' | 'entity';
    actor: Actor;
    createdBy?: string;
    ledger: DatabaseLedger;
    now: Date;
  },
): Promise<string> {
  const { subject, version, sourceType, actor, ledger, now } = options;
  const { registration, digest, digestStrength, facts } = version;
  const id = ulid(now.getTime());
  const normalized = normalizeVersion(
    {
      recordVersion: registration.label,
      digest,
      digestStrength,
      description: registration.description,
      artifactUri: version.artifactUri,
      createdBy: options.createdBy,
      createdAt: registration.createdAt ?? now.toISOString(),
      metrics: [],
      params: registration.params ?? [],
      tags: registration.tags ?? [],
      components: [],
      links: registration.links ?? [],
    },
    noMetrics,
  );
  await insertVersions(
    tx,
    [{ id, label: registration.label, version: normalized, facts }],
    {
      subjectId: subject.id,
      kind: subject.ref.slice(0, subject.ref.indexOf(':')),
      sourceType,
    },
    now,
  );
  await ledger.append(tx, [
    {
      type: 'dev.understudy.version.registered',
      source: '/api/ml',
      subject: `${subject.ref}@${registration.label}`,
      subjectId: subject.id,
      data: {
        actor,
        action: 'version.registered',
        object: { kind: 'Version', ref: id },
        after: { label: registration.label, digest },
        correlationId: id,
      },
    },
  ]);
  return id;
}
