import { z } from 'zod/v3';
import {
  aliasName,
  filledText,
  listOf,
  mlflowLimits,
  modelName,
  newAliasName,
  optional,
  pageSize,
  tagList,
  text,
  versionNumber,
} from './mlflowTexts';

const description = optional(text(mlflowLimits.description));
const tagKey = filledText(mlflowLimits.tagKey);
const tagValue = optional(text(mlflowLimits.tagValue)).transform(
  value => value ?? '',
);
const ofModel = { name: modelName };
const ofVersion = { name: modelName, version: versionNumber };

function search(largestPage: number) {
  return z.object({
    filter: optional(text(mlflowLimits.filter)),
    max_results: pageSize(100, largestPage),
    order_by: listOf(text(100), mlflowLimits.orderBy),
    page_token: optional(text(2000)),
  });
}

/** The stages of MLflow, as a client may spell them. */
export const mlflowStages = [
  'None',
  'Staging',
  'Production',
  'Archived',
] as const;
export type MlflowStage = (typeof mlflowStages)[number];

const stage = z
  .string()
  .transform(given =>
    mlflowStages.find(one => one.toLowerCase() === given.toLowerCase()),
  )
  .refine(
    (found): found is MlflowStage => found !== undefined,
    `is none of ${mlflowStages.join(', ')}`,
  );

/**
 * What each operation takes. Fields that are not known are ignored, as MLflow
 * does: newer clients send more.
 */
export const mlflowRequests = {
  createModel: z.object({ ...ofModel, description, tags: tagList }),
  getModel: z.object(ofModel),
  updateModel: z.object({ ...ofModel, description }),
  renameModel: z.object({ ...ofModel, new_name: modelName }),
  searchModels: search(mlflowLimits.modelsPerPage),
  latestVersions: z.object({ ...ofModel, stages: listOf(stage, 10) }),
  setModelTag: z.object({ ...ofModel, key: tagKey, value: tagValue }),
  deleteModelTag: z.object({ ...ofModel, key: tagKey }),
  setAlias: z.object({ ...ofVersion, alias: newAliasName }),
  ofAlias: z.object({ ...ofModel, alias: aliasName }),
  createVersion: z.object({
    ...ofModel,
    source: filledText(mlflowLimits.source),
    run_id: optional(text(250)),
    run_link: optional(text(mlflowLimits.source)),
    model_id: optional(text(250)),
    description,
    tags: tagList,
  }),
  ofVersion: z.object(ofVersion),
  updateVersion: z.object({ ...ofVersion, description }),
  searchVersions: search(mlflowLimits.versionsPerPage),
  setVersionTag: z.object({ ...ofVersion, key: tagKey, value: tagValue }),
  deleteVersionTag: z.object({ ...ofVersion, key: tagKey }),
  transitionStage: z.object({
    ...ofVersion,
    stage,
    archive_existing_versions: optional(
      z.union([
        z.boolean(),
        z.enum(['true', 'false']).transform(word => word === 'true'),
      ]),
    ).transform(value => value ?? false),
  }),
};

export type MlflowRequest<K extends keyof typeof mlflowRequests> = z.output<
  (typeof mlflowRequests)[K]
>;
