import { EvidenceAddition } from '../evidence/types';
import {
  VersionComponent,
  VersionLink,
  VersionMetric,
  VersionSignature,
} from './types';

/**
 * What a build sends to register a version of a model whose home is the
 * portal: the body of `POST /models/{namespace}/{name}/versions`.
 *
 * @public
 */
export interface VersionRegistration {
  /** Unique among the model's versions. */
  label: string;
  /** `sha256:` and 64 hexadecimal digits, over the artifact's bytes. */
  digest: string;
  description?: string;
  /** A trained line inside the model, such as `store=0417`. */
  variant?: string;
  artifactUri?: string;
  runId?: string;
  modelId?: string;
  /** ISO 8601 with a zone; the time of the request when left out. */
  createdAt?: string;
  metrics?: (Omit<VersionMetric, 'name' | 'rawName'> & { name: string })[];
  params?: { key: string; value: string }[];
  tags?: { key: string; value: string }[];
  signature?: VersionSignature;
  components?: VersionComponent[];
  links?: VersionLink[];
  /** What is known of the version already; stored with it or not at all. */
  evidence?: EvidenceAddition;
}
