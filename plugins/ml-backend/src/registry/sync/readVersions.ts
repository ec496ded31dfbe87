import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceRecord, VersionSource } from '@understudy/plugin-ml-node';
import { MetricDictionary } from '../MetricDictionary';
import { NormalizedVersion, normalizeVersion } from '../versionContent';

/** A record with more versions than this is refused rather than cut. */
const MAX_VERSIONS = 200_000;

/**
 * Reads all versions of a record, by the registry's number. Throws when any
 * of them cannot be read: the record then stays as it is.
 */
export async function readVersions(options: {
  source: VersionSource;
  record: SourceRecord;
  /** Variant of the record, for versions that have none of their own. */
  variant: string | undefined;
  dictionary: MetricDictionary;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<Map<string, NormalizedVersion>> {
  const { source, record, variant, dictionary, logger, signal } = options;
  const versions = new Map<string, NormalizedVersion>();
  let nonFiniteMetrics = 0;
  let cutItems = 0;
  for await (const version of source.listVersions({ record, signal })) {
    signal.throwIfAborted();
    const { recordVersion } = version;
    if (!recordVersion || recordVersion.length > 250) {
      throw new Error(
        `It has a version named '${recordVersion}'; 1 to 250 characters are needed`,
      );
    }
    if (versions.has(recordVersion)) {
      throw new Error(`It lists version '${recordVersion}' twice`);
    }
    if (versions.size === MAX_VERSIONS) {
      throw new Error(`It has more than ${MAX_VERSIONS} versions`);
    }
    const normalized = normalizeVersion(
      { ...version, variant: version.variant ?? variant },
      dictionary,
    );
    nonFiniteMetrics += normalized.nonFiniteMetrics;
    cutItems += normalized.cutItems;
    versions.set(recordVersion, normalized);
  }
  if (nonFiniteMetrics > 0 || cutItems > 0) {
    logger.warn(
      `Record '${record.name}' of registry '${source.id}': left out ${nonFiniteMetrics} metrics that are no finite numbers and ${cutItems} items over the limits`,
    );
  }
  return versions;
}
