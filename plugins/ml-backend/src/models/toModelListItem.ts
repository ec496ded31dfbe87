import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  highestTier,
  ModelEntity,
  ModelListItem,
} from '@understudy/plugin-ml-common';
import { VersionDigest } from '../registry/VersionStore';
import { ownerOf } from './ModelAccess';

/** A model's row in the list of models. */
export function toModelListItem(
  entity: ModelEntity,
  options: {
    digest: VersionDigest | undefined;
    riskTiers: readonly string[];
  },
): ModelListItem {
  const { digest, riskTiers } = options;
  const { metadata, spec } = entity;
  const owner = ownerOf(entity);
  const { tier, complete } = highestTier(spec.uses ?? [], riskTiers);
  return {
    ref: stringifyEntityRef(entity),
    title: metadata.title ?? metadata.name,
    ...(metadata.description ? { description: metadata.description } : {}),
    ...(owner ? { owner } : {}),
    type: spec.type,
    lifecycle: spec.lifecycle,
    ...(tier ? { tier } : {}),
    tierComplete: complete,
    champions: digest?.champions ?? [],
    ...(digest?.latest ? { latestVersion: digest.latest } : {}),
    versionCount: digest?.total ?? 0,
  };
}
