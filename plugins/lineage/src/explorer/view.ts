import { LineageDirection } from '@understudy/plugin-lineage-common';
import { MapPlace, readPlace, writePlace } from './mapPlace';
import { latestParts, Part, readPart, writePart } from './parts';

/** Nodes that are asked for at first, and when the reader wants more of them. */
export const FEW_NODES = 300;
export const MANY_NODES = 1_000;
/** What the backend goes to at most. */
export const MAX_DEPTH = 20;
/** The connections of every environment. */
export const ALL_ENVIRONMENTS = '*';

/** What the page shows; all of it is in the address. */
export interface LineageView {
  /** Node id; the page decides when there is none. */
  root?: string;
  direction: LineageDirection;
  upstreamDepth: number;
  downstreamDepth: number;
  /** Kinds to show; all when missing. */
  kinds?: readonly string[];
  /** Whose connections are shown, `*` for all; that of the backend when missing. */
  environment?: string;
  limit: typeof FEW_NODES | typeof MANY_NODES;
  /** Time at which the connections shown were current, as it was asked for; now when missing. */
  asOf?: string;
  as: ViewKind;
  /** The field that is followed in the view of fields; all of the root's when missing. */
  field?: string;
  selected?: string;
  /** Node id: the paths between it and the root are brought out. */
  path?: string;
  /** Owners to bring out; all when empty. */
  owners: readonly string[];
  /** Systems to bring out; all when empty. */
  systems: readonly string[];
  /** Stages to bring out; all when empty. */
  stages: readonly string[];
  /** What is added, opened and folded, in that order; of another root nothing is at first. */
  parts: readonly Part[];
  impact: boolean;
  /** What the catalog and runs say differently is listed. */
  findings: boolean;
  /** What used this version of what is selected, or else of the root, is listed. */
  used?: string;
  /** Data that lived in the memory of a run is shown, rather than what it connected. */
  temporary: boolean;
  /** What colours on the map mean. */
  colors: MapColors;
  /** The map shows all that there can be, not only what is nearest. */
  all: boolean;
  /** Where the reader looks on the map; at all of it when missing. */
  place?: MapPlace;
}

/** Ways to look at it. */
export type ViewKind = 'graph' | 'table' | 'fields' | 'map';

/** What colours on the map can mean. */
export type MapColors = 'kind' | 'owner';

const DEFAULT_DEPTH = 2;
const NO_PARTS: readonly Part[] = [];
const VIEWS: readonly ViewKind[] = ['graph', 'table', 'fields', 'map'];
const DIRECTIONS: readonly LineageDirection[] = [
  'both',
  'upstream',
  'downstream',
];

/** Reads the address. What it cannot make sense of is as if it were not there. */
export function readView(params: URLSearchParams): LineageView {
  const direction = params.get('direction');
  const kinds = params.get('kinds');
  const as = params.get('view');
  return {
    root: params.get('root') ?? undefined,
    direction: DIRECTIONS.find(known => known === direction) ?? 'both',
    upstreamDepth: readDepth(params.get('upstreamDepth')),
    downstreamDepth: readDepth(params.get('downstreamDepth')),
    kinds: kinds === null ? undefined : kinds.split(',').filter(Boolean),
    environment: params.get('environment') || undefined,
    limit: params.get('limit') === String(MANY_NODES) ? MANY_NODES : FEW_NODES,
    asOf: params.get('asOf') || undefined,
    as: VIEWS.find(known => known === as) ?? 'graph',
    field: params.get('field') || undefined,
    selected: params.get('selected') ?? undefined,
    path: params.get('path') || undefined,
    owners: params.getAll('owner'),
    systems: params.getAll('system'),
    stages: params.getAll('stage'),
    parts: latestParts(
      params.getAll('part').flatMap(text => readPart(text) ?? []),
    ),
    impact: params.has('impact'),
    findings: params.has('findings'),
    used: params.get('used') || undefined,
    temporary: params.has('temporary'),
    colors: params.get('colors') === 'owner' ? 'owner' : 'kind',
    all: params.has('all'),
    place: readPlace(params.get('place')),
  };
}

/**
 * The address after a change. What is as it would be anyway is left out, and
 * what the address holds beside the view stays. Another root begins without parts,
 * another direction without those that were added against it, and another map
 * is looked at as a whole.
 */
export function writeView(
  params: URLSearchParams,
  change: Partial<LineageView>,
): URLSearchParams {
  const before = readView(params);
  const view = { ...before, ...change };
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | undefined) =>
    value === undefined ? next.delete(name) : next.set(name, value);
  set('root', view.root);
  set('direction', view.direction === 'both' ? undefined : view.direction);
  set('upstreamDepth', depthText(view.upstreamDepth));
  set('downstreamDepth', depthText(view.downstreamDepth));
  set('kinds', view.kinds?.join(','));
  set('environment', view.environment);
  set('limit', view.limit === FEW_NODES ? undefined : String(view.limit));
  set('asOf', view.asOf);
  set('view', view.as === 'graph' ? undefined : view.as);
  set('field', view.as === 'fields' ? view.field : undefined);
  set('selected', view.selected);
  set('path', view.path);
  set('impact', view.impact ? '1' : undefined);
  set('findings', view.findings ? '1' : undefined);
  set('used', view.used);
  set('temporary', view.temporary ? '1' : undefined);
  const isMap = view.as === 'map';
  set('colors', isMap && view.colors === 'owner' ? 'owner' : undefined);
  set('all', isMap && view.all ? '1' : undefined);
  const place =
    change.place ?? (isSameMap(before, view) ? view.place : undefined);
  set('place', isMap && place ? writePlace(place) : undefined);
  const setAll = (name: string, values: readonly string[]) => {
    next.delete(name);
    values.forEach(value => next.append(name, value));
  };
  setAll('owner', view.owners);
  setAll('system', view.systems);
  setAll('stage', view.stages);
  const parts = change.parts ?? partsThatStay(before, view);
  setAll('part', latestParts(parts).map(writePart));
  return next;
}

/** What goes on to hold after the rest of the view has changed. */
function partsThatStay(
  before: LineageView,
  { root, direction }: LineageView,
): readonly Part[] {
  if (root !== before.root) {
    return NO_PARTS;
  }
  return direction === before.direction || direction === 'both'
    ? before.parts
    : before.parts.filter(
        ({ act, side }) => act !== 'add' || side === direction,
      );
}

/** Whether the same things are on the map, so that they stand where they did. */
function isSameMap(before: LineageView, view: LineageView): boolean {
  return (
    view.root === before.root &&
    view.direction === before.direction &&
    view.environment === before.environment &&
    view.asOf === before.asOf &&
    view.all === before.all &&
    view.kinds?.join() === before.kinds?.join()
  );
}

function readDepth(text: string | null): number {
  const depth = text === null || text === '' ? NaN : Number(text);
  return Number.isInteger(depth) && depth >= 0 && depth <= MAX_DEPTH
    ? depth
    : DEFAULT_DEPTH;
}

function depthText(depth: number): string | undefined {
  return depth === DEFAULT_DEPTH ? undefined : String(depth);
}
