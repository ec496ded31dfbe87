import {
  ModelVersion,
  SignatureVerification,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { isSbom, isSignature } from '../../promotion/gates/facts/fileKinds';
import { groupByVersion } from '../../registry/groupByVersion';
import { ArtifactRow, SignatureRow } from '../evidenceRows';
import { SignatureKeys } from './SignatureKeys';
import { unverified, verifySignature } from './verifySignature';

/** Contents are large: those of so many versions are held at once. */
const BATCH = 20;

/** What the signatures of a version are worth together. */
export interface VersionSignatures {
  /** By the path of the file. */
  files: ReadonlyMap<string, SignatureVerification>;
  /** Paths that no verified signature is about; none where all is signed. */
  unsigned: string[];
  /** Whether verified signatures are about the version or all of its files. */
  complete: boolean;
}

/**
 * Verifies the signatures among the files of versions each time they are asked
 * for, with the keys that are configured now: a key that is taken away, or was
 * added later, counts at once.
 */
export class SignatureReader {
  readonly #keys: SignatureKeys;
  readonly #knex: Knex;

  constructor(options: { keys: SignatureKeys; knex: Knex }) {
    this.#keys = options.keys;
    this.#knex = options.knex;
  }

  /** By the id of the version. */
  async read(
    versions: readonly Pick<ModelVersion, 'id' | 'digest'>[],
  ): Promise<Map<string, VersionSignatures>> {
    const signatures = new Map<string, VersionSignatures>();
    // Several promotions may be of one version.
    const distinct = new Map(versions.map(version => [version.id, version]));
    for (const batch of inBatches([...distinct.values()], BATCH)) {
      const ids = batch.map(({ id }) => id);
      const files = groupByVersion(
        await this.#knex<ArtifactRow>('version_artifact')
          .whereIn('version_id', ids)
          .orderBy(['version_id', 'path']),
      );
      const contents = groupByVersion(
        await this.#knex<SignatureRow>('version_signature')
          .whereIn('version_id', ids)
          .orderBy(['version_id', 'position']),
      );
      for (const { id, digest } of batch) {
        signatures.set(
          id,
          verifyAll(
            digest,
            files.get(id) ?? [],
            contents.get(id) ?? [],
            this.#keys,
          ),
        );
      }
    }
    return signatures;
  }
}

function verifyAll(
  digest: string,
  files: readonly ArtifactRow[],
  contents: readonly SignatureRow[],
  keys: SignatureKeys,
): VersionSignatures {
  const contentOf = new Map(
    contents.map(row => [row.artifact_id, row.content]),
  );
  const named = files.map(row => ({
    ...row,
    mediaType: row.media_type ?? undefined,
  }));
  const verified = new Map(
    named.filter(isSignature).map(({ id, path }) => {
      const content = contentOf.get(id);
      return [
        path,
        content === undefined
          ? unverified(
              "Only its digest is on record; add it again with its 'content'",
            )
          : verifySignature(content, { digest, files }, keys),
      ];
    }),
  );
  const good = [...verified.values()].filter(
    ({ status }) => status === 'verified',
  );
  const covered = new Set(good.flatMap(({ covers }) => covers));
  const payload = named.filter(file => !isSignature(file) && !isSbom(file));
  const whole = good.some(({ coversVersion }) => coversVersion);
  const unsigned = whole
    ? []
    : payload.map(({ path }) => path).filter(path => !covered.has(path));
  return {
    files: verified,
    unsigned,
    complete: whole || (payload.length > 0 && unsigned.length === 0),
  };
}
