/**
 * A tag or parameter.
 *
 * @public
 */
export interface MlflowKeyValue {
  key: string;
  value: string;
}

/**
 * An alias of a registered model and the version it points at.
 *
 * @public
 */
export interface MlflowAlias {
  alias: string;
  version: string;
}

/**
 * A registered model. MLflow keeps prompts as registered models too; tell them
 * apart with {@link isMlflowPrompt}.
 *
 * @public
 */
export interface MlflowRegisteredModel {
  name: string;
  /** Milliseconds since 1970. */
  creationTimestamp: number;
  /** Milliseconds since 1970. Tags and aliases do not move it. */
  lastUpdatedTimestamp: number;
  description?: string;
  tags: MlflowKeyValue[];
  aliases: MlflowAlias[];
}

/**
 * A version of a registered model.
 *
 * @public
 */
export interface MlflowModelVersion {
  name: string;
  version: string;
  /** Milliseconds since 1970. */
  creationTimestamp: number;
  /** Milliseconds since 1970. Tags and aliases do not move it. */
  lastUpdatedTimestamp: number;
  description?: string;
  /** Who registered it, where the server knows. Often a login name. */
  userId?: string;
  /** Where the artifact is: a URI, in MLflow 3 also `models:/<model id>`. */
  source?: string;
  runId?: string;
  /** The logged model behind the version, MLflow 3. */
  modelId?: string;
  /** `READY`, `PENDING_REGISTRATION` or `FAILED_REGISTRATION`. */
  status?: string;
  /** `None`, `Staging`, `Production` or `Archived`. */
  stage?: string;
  tags: MlflowKeyValue[];
}

/**
 * The latest value of a metric. Values that are not finite numbers are kept,
 * as NaN or an infinity.
 *
 * @public
 */
export interface MlflowMetric {
  key: string;
  value: number;
  /** Milliseconds since 1970. */
  timestamp: number;
  step: number;
  /** The dataset it was measured on, MLflow 3. */
  datasetName?: string;
  datasetDigest?: string;
}

/**
 * A dataset that was an input of a run.
 *
 * @public
 */
export interface MlflowDatasetInput {
  name: string;
  digest: string;
  /** What it was used for, such as `training`, where the run says so. */
  context?: string;
}

/**
 * A run of an experiment.
 *
 * @public
 */
export interface MlflowRun {
  runId: string;
  experimentId: string;
  runName?: string;
  userId?: string;
  /** `RUNNING`, `SCHEDULED`, `FINISHED`, `FAILED` or `KILLED`. */
  status: string;
  /** Milliseconds since 1970. */
  endTime?: number;
  /** The folder of its artifacts. */
  artifactUri?: string;
  metrics: MlflowMetric[];
  params: MlflowKeyValue[];
  tags: MlflowKeyValue[];
  datasets: MlflowDatasetInput[];
}

/**
 * An experiment.
 *
 * @public
 */
export interface MlflowExperiment {
  experimentId: string;
  name: string;
  lifecycleStage: string;
}

/**
 * A logged model of MLflow 3: the artifact with its own metrics.
 *
 * @public
 */
export interface MlflowLoggedModel {
  modelId: string;
  experimentId: string;
  name: string;
  artifactUri?: string;
  sourceRunId?: string;
  metrics: MlflowMetric[];
  params: MlflowKeyValue[];
  tags: MlflowKeyValue[];
}
