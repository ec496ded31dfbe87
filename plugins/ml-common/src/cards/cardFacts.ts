import { JsonObject, JsonValue } from '@backstage/types';

/**
 * What the metadata of a card says by the keys that Hugging Face gave a meaning.
 *
 * @public
 */
export interface CardFacts {
  /** An SPDX identifier in lower case, or `other`. */
  license?: string;
  /** Language codes. */
  languages: string[];
  tags: string[];
  datasets: string[];
  metrics: string[];
  /** Models that this one was made from. */
  baseModels: string[];
  libraryName?: string;
  pipelineTag?: string;
  /** Of the first model in `model-index`. */
  modelName?: string;
}

/**
 * Reads the known keys of a card's metadata, in which a single value may stand
 * for a list. Values of other types are left out here and stay in the metadata.
 *
 * @public
 */
export function cardFacts(metadata: JsonObject): CardFacts {
  const [model] = listOf(metadata['model-index']);
  const modelName =
    typeof model === 'object' && model !== null && !Array.isArray(model)
      ? textOf(model.name)
      : undefined;
  const license = textOf(metadata.license);
  const libraryName = textOf(metadata.library_name);
  const pipelineTag = textOf(metadata.pipeline_tag);
  return {
    ...(license !== undefined && { license }),
    languages: textsOf(metadata.language),
    tags: textsOf(metadata.tags),
    datasets: textsOf(metadata.datasets),
    metrics: textsOf(metadata.metrics),
    baseModels: textsOf(metadata.base_model),
    ...(libraryName !== undefined && { libraryName }),
    ...(pipelineTag !== undefined && { pipelineTag }),
    ...(modelName !== undefined && { modelName }),
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function textsOf(value: JsonValue | undefined): string[] {
  return listOf(value).flatMap(item => textOf(item) ?? []);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value === undefined || value === null ? [] : [value];
}
