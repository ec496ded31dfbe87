import { EdgeStyle } from './edgePaths';

/** Width of a line, and of its dashes and gaps. */
export const LINES: Readonly<
  Record<EdgeStyle, { width: number; dashes?: readonly number[] }>
> = {
  observed: { width: 1.5 },
  declared: { width: 1.5, dashes: [7, 5] },
  both: { width: 3.5 },
  restricted: { width: 2, dashes: [0.1, 6] },
};

/** The outline of a lock around its point. */
export const LOCK =
  'M-4 -1v-2a4 4 0 0 1 8 0v2h1v7h-10v-7zM-2.5 -1h5v-2a2.5 2.5 0 0 0 -5 0z';
