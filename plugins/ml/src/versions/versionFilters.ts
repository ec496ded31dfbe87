import { VersionQuery } from '../api/types';
import { currentCursor } from '../pieces/cursorTrail';

/** The filters of the list of versions that are typed. */
export const versionTextFields = ['label', 'alias', 'variant'] as const;

/** What the address asks for. */
export function readVersionQuery(params: URLSearchParams): VersionQuery {
  const value = (name: string) => params.get(name) ?? undefined;
  return {
    view: params.get('view') === 'all' ? 'all' : 'notable',
    label: value('label'),
    alias: value('alias'),
    variant: value('variant'),
    stage: value('stage'),
    source: value('source'),
    cursor: currentCursor(params),
  };
}

/** Whether anything narrows the list besides the view. */
export function hasVersionFilters(params: URLSearchParams): boolean {
  return [...versionTextFields, 'stage', 'source'].some(name =>
    params.get(name),
  );
}
