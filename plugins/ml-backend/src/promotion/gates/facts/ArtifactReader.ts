import {
  ModelVersion,
  PORTAL_HOME,
  RegistrySourceStatus,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../../database/inBatches';
import { ArtifactRow, LabelRow } from '../../../evidence/evidenceRows';
import {
  SignatureReader,
  VersionSignatures,
} from '../../../evidence/signatures/SignatureReader';
import { unverified } from '../../../evidence/signatures/verifySignature';
import { ArtifactFacts, GateFile } from '../ArtifactFacts';
import { CRITICAL_CVES_LABEL } from '../checkCriticalCves';
import { isSbom, isSignature } from './fileKinds';

/** As many files of a kind as are kept with a verdict. */
const MAX_FILES = 20;
/** As many unsigned files as a verdict names. */
const MAX_NAMED = 5;

type Facts = Omit<ArtifactFacts, 'promised'>;

/** Reads what there is to know of the files of versions, of many at once. */
export class ArtifactReader {
  readonly #knex: Knex;
  readonly #readStatuses: () => Promise<RegistrySourceStatus[]>;
  readonly #signatures: SignatureReader;

  constructor(options: {
    knex: Knex;
    /** How the reads of all registries went. */
    readStatuses: () => Promise<RegistrySourceStatus[]>;
    signatures: SignatureReader;
  }) {
    this.#knex = options.knex;
    this.#readStatuses = options.readStatuses;
    this.#signatures = options.signatures;
  }

  /**
   * By the id of the version.
   *
   * @param verified - the versions of which signatures are verified, too.
   */
  async read(
    versions: readonly ModelVersion[],
    verified: readonly ModelVersion[],
  ): Promise<Map<string, Facts>> {
    const facts = new Map<string, Facts>();
    if (versions.length === 0) {
      return facts;
    }
    const ids = versions.map(({ id }) => id);
    const statuses = new Map(
      (await this.#readStatuses()).map(status => [status.server, status]),
    );
    const faults = await this.#readFaults(ids);
    const files = await this.#readFiles(ids);
    const signatures = await this.#signatures.read(verified);
    const cves = await this.#readCriticalCves(ids);
    for (const version of versions) {
      const { id, artifactUri, goneSince, tombstone } = version;
      const gone = tombstone?.deletedAt ?? goneSince;
      const ofVersion = files.get(id) ?? [];
      const ofSignatures = signatures.get(id);
      const criticalCves = cves.get(id);
      const registry = registryOf(version, statuses, faults.get(id));
      facts.set(id, {
        digest: version.digest,
        digestStrength: version.digestStrength,
        ...(gone ? { gone } : {}),
        ...(artifactUri ? { uri: artifactUri } : {}),
        ...(registry ? { registry } : {}),
        ...toSigned(ofVersion.filter(isSignature), ofSignatures),
        sboms: ofVersion.filter(isSbom).map(toGateFile),
        ...(criticalCves ? { criticalCves } : {}),
      });
    }
    return facts;
  }

  /** Why records could not be read last, by the id of the version. */
  async #readFaults(ids: readonly string[]): Promise<Map<string, string>> {
    const faults = new Map<string, string>();
    for (const batch of inBatches(ids)) {
      const rows: { id: string; last_error: string }[] = await this.#knex(
        'version',
      )
        .join('registry_record', 'registry_record.id', 'version.record_id')
        .whereIn('version.id', batch)
        .whereNotNull('registry_record.last_error')
        .select('version.id', 'registry_record.last_error');
      rows.forEach(row => faults.set(row.id, row.last_error));
    }
    return faults;
  }

  /** Only those that a gate may want. */
  async #readFiles(
    ids: readonly string[],
  ): Promise<Map<string, (GateFile & { mediaType?: string })[]>> {
    const files = new Map<string, (GateFile & { mediaType?: string })[]>();
    for (const batch of inBatches(ids)) {
      const rows = await this.#knex<ArtifactRow>('version_artifact')
        .whereIn('version_id', batch)
        .orderBy(['version_id', 'path']);
      for (const row of rows) {
        const file = {
          path: row.path,
          digest: row.digest,
          addedBy: row.added_by,
          addedAt: row.added_at,
          ...(row.media_type ? { mediaType: row.media_type } : {}),
        };
        const known = files.get(row.version_id) ?? [];
        const ofKind = known.filter(
          other => isSbom(other) === isSbom(file),
        ).length;
        if ((isSignature(file) || isSbom(file)) && ofKind < MAX_FILES) {
          files.set(row.version_id, [...known, file]);
        }
      }
    }
    return files;
  }

  async #readCriticalCves(
    ids: readonly string[],
  ): Promise<Map<string, NonNullable<Facts['criticalCves']>>> {
    const labels = new Map<string, NonNullable<Facts['criticalCves']>>();
    for (const batch of inBatches(ids)) {
      const rows = await this.#knex<LabelRow>('version_label')
        .whereIn('version_id', batch)
        .where({ key: CRITICAL_CVES_LABEL })
        .whereNull('removed_at');
      for (const row of rows) {
        labels.set(row.version_id, {
          value: row.value,
          addedBy: row.added_by,
          addedAt: row.added_at,
        });
      }
    }
    return labels;
  }
}

function toGateFile({ path, digest, addedBy, addedAt }: GateFile): GateFile {
  return { path, digest, addedBy, addedAt };
}

function toSigned(
  files: readonly GateFile[],
  verified: VersionSignatures | undefined,
): Pick<Facts, 'signatures' | 'signed'> {
  if (!verified) {
    return { signatures: files.map(toGateFile) };
  }
  const mismatch = [...verified.files].find(
    ([, { status }]) => status === 'mismatch',
  );
  return {
    signatures: files.map(file => {
      const { covers, coversVersion, ...said } =
        verified.files.get(file.path) ?? unverified('It was not read');
      return { ...toGateFile(file), verified: said };
    }),
    signed: {
      complete: verified.complete,
      unsigned: verified.unsigned.slice(0, MAX_NAMED),
      ...(mismatch
        ? { mismatch: { path: mismatch[0], reason: mismatch[1].reason } }
        : {}),
    },
  };
}

/** Nothing for a version that the portal itself keeps. */
function registryOf(
  { source: { server, title } }: ModelVersion,
  statuses: ReadonlyMap<string, RegistrySourceStatus>,
  fault: string | undefined,
): ArtifactFacts['registry'] {
  if (server === undefined || server === PORTAL_HOME) {
    return undefined;
  }
  const status = statuses.get(server);
  const problem = problemOf(status, fault);
  return {
    title: status?.title ?? title ?? server,
    ...(status?.lastSuccessAt ? { readAt: status.lastSuccessAt } : {}),
    ...(problem ? { problem } : {}),
  };
}

function problemOf(
  status: RegistrySourceStatus | undefined,
  fault: string | undefined,
): string | undefined {
  if (!status) {
    return 'it is not in the configuration any more';
  }
  const { lastAttemptAt = '', lastSuccessAt, lastError, stale } = status;
  if (lastSuccessAt === undefined) {
    return lastError ?? 'it was never read to the end';
  }
  if (lastError && lastAttemptAt > lastSuccessAt) {
    return lastError;
  }
  return stale ? `it was last read at ${lastSuccessAt}` : fault;
}
