import { LineageRunState } from '@understudy/plugin-lineage-common';
import { Mark } from '../canvas/NodeFace';
import { PictureColors } from './pictureColors';

/** A shape in a square of 14 around its point. */
export interface Glyph {
  path: string;
  tone: keyof PictureColors;
  /** It is drawn as a line and not as an area. */
  outlined?: boolean;
}

const DISC = 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z';

// As on the canvas, outlines differ without colour.
const RUNS: Record<LineageRunState, Glyph> = {
  complete: {
    tone: 'good',
    path: `${DISC}M-3.4 .2l1 -1l1.6 1.6l3.2 -3.2l1 1l-4.2 4.2z`,
  },
  failed: {
    tone: 'bad',
    path: 'M-2.5 -6h5l3.5 3.5v5l-3.5 3.5h-5l-3.5 -3.5v-5zM-.8 -3.6v4.4h1.6v-4.4zM-.8 2.2v1.6h1.6v-1.6z',
  },
  running: {
    tone: 'busy',
    outlined: true,
    path: `${DISC}M-1.6 -2.6v5.2l4.2 -2.6z`,
  },
  aborted: { tone: 'doubtful', outlined: true, path: `${DISC}M-3 0h6` },
  unknown: {
    tone: 'secondary',
    outlined: true,
    path: `${DISC}M-1.8 -1.4a1.8 1.8 0 1 1 2.6 1.6q-.8 .4 -.8 1.2M0 3.2v.2`,
  },
};

const LIFECYCLES: Readonly<Record<string, Glyph>> = {
  production: { tone: 'good', path: DISC },
  experimental: {
    tone: 'busy',
    outlined: true,
    path: 'M-2 -6h4M-1.2 -6v4l-4 7.4h10.4l-4 -7.4v-4',
  },
  deprecated: {
    tone: 'doubtful',
    path: 'M0 -6l6.6 11.6h-13.2zM-.8 -2v4h1.6v-4zM-.8 3v1.4h1.6v-1.4z',
  },
};

const OTHER: Glyph = {
  tone: 'secondary',
  outlined: true,
  path: 'M-5 -5h10v10h-10z',
};

/** The shape of a stage or of the state of a run. */
export function markGlyph(mark: Mark): Glyph {
  if (mark.of === 'run') {
    return RUNS[mark.state];
  }
  return Object.hasOwn(LIFECYCLES, mark.lifecycle)
    ? LIFECYCLES[mark.lifecycle]
    : OTHER;
}
