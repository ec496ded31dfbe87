import {
  MlflowAlias,
  MlflowKeyValue,
  MlflowModelVersion,
  MlflowRegisteredModel,
} from '../types';
import { JsonReader } from './JsonReader';

const MODEL_URI = /^models:\/(m-[^/]+)$/;

/** Reads a tag or parameter. The value of a tag may be left out when empty. */
export function readKeyValue(item: JsonReader): MlflowKeyValue {
  return { key: item.text('key'), value: item.optionalText('value') ?? '' };
}

/** Reads a registered model, from a search or by name. */
export function readRegisteredModel(item: JsonReader): MlflowRegisteredModel {
  return {
    name: item.text('name'),
    creationTimestamp: item.integer('creation_timestamp'),
    lastUpdatedTimestamp: item.integer('last_updated_timestamp'),
    description: item.filledText('description'),
    tags: item.list('tags', readKeyValue),
    aliases: item.list('aliases', readAlias),
  };
}

/** Reads a model version, from a search or by name and number. */
export function readModelVersion(item: JsonReader): MlflowModelVersion {
  const source = item.filledText('source');
  return {
    name: item.text('name'),
    version: item.text('version'),
    creationTimestamp: item.integer('creation_timestamp'),
    lastUpdatedTimestamp: item.integer('last_updated_timestamp'),
    description: item.filledText('description'),
    userId: item.filledText('user_id'),
    source,
    runId: item.filledText('run_id'),
    // The open-source server names the logged model only in the source.
    modelId: item.filledText('model_id') ?? source?.match(MODEL_URI)?.[1],
    status: item.filledText('status'),
    stage: item.filledText('current_stage'),
    tags: item.list('tags', readKeyValue),
  };
}

function readAlias(item: JsonReader): MlflowAlias {
  return { alias: item.text('alias'), version: item.text('version') };
}
