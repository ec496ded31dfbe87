import {
  FoundVersion,
  ModelListItem,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { FoundVersionQuery } from '../api/registryTypes';

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The versions that fit, newest first, as the backend would find them. */
export function searchInMemory(
  data: { versions: ModelVersion[]; models: ModelListItem[] },
  query: FoundVersionQuery,
): FoundVersion[] {
  const ownerOf = new Map(data.models.map(({ ref, owner }) => [ref, owner]));
  return data.versions
    .filter(version => fits(version, ownerOf.get(version.model), query))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map(version => ({
      ...version,
      owner: ownerOf.get(version.model),
      contractVersions: [],
    }));
}

function fits(
  version: ModelVersion,
  owner: string | undefined,
  query: FoundVersionQuery,
): boolean {
  const kind = version.model.split(':')[0];
  const name = version.model.split('/')[1];
  return (
    kind === (query.kind ?? 'Model').toLowerCase() &&
    (!query.owner?.length || query.owner.includes(owner ?? '')) &&
    (!query.text ||
      name.startsWith(query.text) ||
      version.label.startsWith(query.text)) &&
    (!query.stage || version.assignments.some(a => a.stage === query.stage)) &&
    !query.contract &&
    (query.includeDeleted || !version.tombstone) &&
    (!query.createdBy ||
      [version.createdBy, version.registeredBy].includes(query.createdBy)) &&
    (!query.alias || version.aliases.includes(query.alias)) &&
    (!query.source || version.source.server === query.source) &&
    (!query.createdAfter || version.createdAt >= query.createdAfter) &&
    (!query.createdBefore || version.createdAt < query.createdBefore) &&
    (query.tag ?? []).every(text =>
      version.tags.some(({ key, value }) => `${key}=${value}` === text),
    ) &&
    (query.metric ?? []).every(text => {
      const [, metric, sign, limit] = /^(.+?)(!?=|[<>]=?)(.+)$/.exec(text)!;
      return version.metrics.some(
        each =>
          each.name === metric && COMPARE[sign](each.value, Number(limit)),
      );
    })
  );
}
