import { Arrangement, LayoutGraph } from './types';

/** What the page asks of the worker. */
export interface LayoutTask {
  id: number;
  graph: LayoutGraph;
}

/** What the worker answers. */
export type LayoutAnswer =
  { id: number; arrangement: Arrangement } | { id: number; error: string };
