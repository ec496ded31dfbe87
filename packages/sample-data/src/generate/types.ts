import type {
  VersionComponent,
  VersionSignature,
} from '@understudy/plugin-ml-common';
import type { SourceRecord } from '@understudy/plugin-ml-node';

/** What a sample server says about the trustworthiness of its digests. */
export type SampleServerId = 'eu-prod' | 'us-prod' | 'research';

/** A metric over the versions of a record: it settles from `first` to `last`. */
export interface MetricSeries {
  rawName: string;
  dataset?: string;
  split?: string;
  first: number;
  last: number;
  /** Deviation from one version to the next, in the unit of the metric. */
  noise: number;
  decimals: number;
  /** Versions with a story of their own, such as one trained on bad labels. */
  exceptions?: { version: number; value: number }[];
}

/** A parameter and the values its versions had, oldest first. */
export interface ParamSeries {
  key: string;
  values: string[];
}

/**
 * One record of a sample registry in short form. The versions are generated
 * from it.
 */
export interface RecordDefinition {
  server: SampleServerId;
  name: string;
  kind: SourceRecord['kind'];
  description?: string;
  tags: { key: string; value: string }[];
  /** Aliases that the registry had before the portal moved any. */
  aliases: { alias: string; version: string }[];
  versions: number;
  /** When the newest version was made, ISO 8601. */
  lastAt: string;
  /** Hours from one version to the next. */
  everyHours: number;
  /** The pipeline that registers the versions. */
  createdBy: string;
  /**
   * Names what is trained. Records of several servers with one artifact hold
   * copies of the same bytes: their versions have equal digests.
   */
  artifact: string;
  metrics: MetricSeries[];
  params: ParamSeries[];
  signature?: VersionSignature;
  /** What version number `version` is made of. */
  components?: (version: number) => VersionComponent[];
  /** What is noteworthy about single versions. */
  notes?: { version: number; text: string }[];
  /** No YAML names it: it is imported, and the intake offers it to teams. */
  undescribed?: boolean;
}
