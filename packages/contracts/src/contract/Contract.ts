import { FieldType } from '../fields/FieldType';
import { QualityRule } from '../fields/QualityRule';
import { CompatibilityPolicy } from './CompatibilityPolicy';

/**
 * The interface of a model, feature view, dataset or API, or what one of its
 * consumers expects of it.
 *
 * @public
 */
export interface Contract {
  apiVersion: 'understudy.dev/v1alpha1';
  kind: 'InterfaceContract';
  metadata: ContractMetadata;
  spec: ContractSpec;
}

/** @public */
export interface ContractMetadata {
  name: string;
  title?: string;
  description?: string;
  /** Semantic version of the contract, not of what it describes. */
  version: string;
  status: 'draft' | 'active' | 'deprecated' | 'retired';
  /** Entity ref of the owning group or user. */
  owner?: string;
  source?: { type: string; uri?: string; digest?: string };
}

/** @public */
export interface ContractSpec {
  /** Entity ref of what the contract is about; of a consumer's contract, of the consumer. */
  subject: string;
  role: 'provider' | 'consumer';
  /** Of a consumer's contract only. */
  provider?: {
    subject: string;
    /** Versions of the provider's contract that the consumer takes, such as `^2.3`. */
    range: string;
  };
  ports: Port[];
  serviceLevels?: ServiceLevels;
  errors?: ErrorSurface[];
  protocol?: Protocol;
  terms?: Terms;
  capabilities?: string[];
  compatibility?: CompatibilityPolicy;
}

/**
 * One side of an interface: the inputs of a model, its outputs, the rows of a dataset.
 *
 * @public
 */
export interface Port {
  /** `inputs`, `outputs`, `params`, or the name of a table. */
  name: string;
  /** `in`: consumers write and the provider reads; `out`: the other way round. */
  direction: 'in' | 'out';
  /** An object, tensor, union, reference or `any`. */
  schema: FieldType;
  /** Types that {@link ReferenceFieldType} names, each name once. */
  definitions?: { name: string; type: FieldType }[];
  /** Whether a consumer may leave the port out; of `in` ports only. */
  optional?: boolean;
  /** Names of the fields that identify a row. */
  key?: string[];
  /** Names of the fields that the data is partitioned by. */
  partitionedBy?: string[];
  ordering?: 'named' | 'positional';
  quality?: QualityRule[];
}

/**
 * What a provider promises of its service; of a consumer, what it needs: upper
 * limits for latency, age and errors, lower ones for availability and throughput.
 *
 * @public
 */
export interface ServiceLevels {
  /** Milliseconds. */
  latencyMs?: { p50?: number; p95?: number; p99?: number; max?: number };
  measuredAt?: 'server' | 'client';
  /** Requests per second at which the latency holds. */
  atRps?: number;
  /** Requests per second. */
  throughputRps?: number;
  /** Most requests per second that one consumer may send. */
  rateLimitRps?: number;
  /** From 0 to 1. */
  availability?: number;
  /** From 0 to 1. */
  errorRate?: number;
  /** ISO 8601 duration: most age of data when it is read. */
  freshness?: string;
  /** Cron expression or RRULE of the updates. */
  schedule?: string;
  /** ISO 8601 duration after which online values expire; of a consumer, its longest time between reads. */
  ttl?: string;
  maxPayloadBytes?: number;
  maxBatch?: number;
  timeoutMs?: number;
  /** ISO 8601 duration. */
  retention?: string;
  supportHours?: string;
  /** ISO 8601 duration between deprecation and removal; 30 days unless said. */
  deprecationNotice?: string;
  /** Lower limits of measured quality, such as `{ name: 'auc', atLeast: 0.8 }`. */
  metricFloors?: { name: string; atLeast: number }[];
}

/** @public */
export interface ErrorSurface {
  code: string;
  httpStatus?: number;
  grpc?: string;
  retryable: boolean;
  meaning?: string;
  /** `none`, `cached`, `default`, `champion`, or a name of the provider's own. */
  fallback?: string;
}

/** @public */
export interface Protocol {
  name:
    | 'oip-v2-http'
    | 'oip-v2-grpc'
    | 'mlflow-invocations'
    | 'rest'
    | 'grpc'
    | 'batch-table'
    | 'stream'
    | 'feature-store';
  version?: string;
  endpoint?: string;
  auth?: string;
  serialization?: string;
  /** Ways the model is packaged, such as `python_function`. */
  flavors?: string[];
}

/** @public */
export interface Terms {
  /** What the data may be used for; of a consumer, what it uses it for. */
  purposes?: string[];
  /** ISO 8601 duration that data may be kept. */
  retention?: string;
  regions?: string[];
  licence?: string;
  legalBasis?: string;
  sharing?: 'none' | 'internal' | 'external';
  /** Of a consumer: the highest classification it is cleared for. */
  clearance?: 'public' | 'internal' | 'confidential' | 'restricted';
}
