import { createHash } from 'node:crypto';
import { Row } from '../databases/bulkInsert';
import { PopulatedModel } from './Population';

/** A version that is put into the registry. */
export interface SeededVersion {
  id: string;
  recordId: string;
  model: PopulatedModel;
  label: number;
  isLatest: boolean;
  wasChampion: boolean;
}

/** One in so many versions of the large model is of one variant. */
export const VARIANTS = 100;
/** So many accounts train versions in turn. */
export const CREATORS = 20;

const EPOCH = Date.UTC(2021, 0, 1);
const params = JSON.stringify(
  Array.from({ length: 12 }, (_, index) => ({
    key: `parameter_${index}`,
    value: `value of parameter ${index}`,
  })),
);
/** What every version takes and gives. */
export const SIGNATURE = {
  inputs: Array.from({ length: 8 }, (_, index) => ({
    name: `feature_${index}`,
    type: 'double',
    required: true,
  })),
  outputs: [{ name: 'score', type: 'double', required: true }],
};
const signature = JSON.stringify(SIGNATURE);

/** When a version was made: one every ten minutes. */
export function createdAt(label: number): string {
  return new Date(EPOCH + label * 600_000).toISOString();
}

/** Who made a version. */
export function creator(label: number): string {
  return `user:default/trainer-${label % CREATORS}`;
}

/** Where the artifact of a version is. */
export function artifactUri(id: string): string {
  return `s3://models.example.com/${hashOf(id)}/model`;
}

/** About as wide as the row of a version that MLflow holds. */
export function versionRow(version: SeededVersion): Row {
  const { id, recordId, model, label } = version;
  const hash = hashOf(id);
  return {
    id,
    subject_id: model.subjectId,
    label: `${label}`,
    digest: `sha256:${hash}`,
    digest_strength: 'record',
    source_type: 'benchmark',
    record_id: recordId,
    record_version: `${label}`,
    record_number: label,
    variant: `store=${label % VARIANTS}`,
    description: 'Trained every night on the events of the last 180 days',
    artifact_uri: artifactUri(id),
    run_id: hash.slice(0, 32),
    created_by: creator(label),
    created_at: createdAt(label),
    registered_at: createdAt(label),
    params,
    tags: '[]',
    signature,
    components: '[]',
    links: '[]',
    content_hash: hash,
  };
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
