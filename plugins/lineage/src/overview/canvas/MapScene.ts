import { MapPlan } from '../model/MapPlan';

/** Colours of the map, of the theme. */
export interface MapColors {
  background: string;
  paper: string;
  text: string;
  line: string;
  selected: string;
  found: string;
}

/** All that is drawn anew only when it changes or the map stands still. */
export interface MapScene {
  plan: MapPlan;
  colors: MapColors;
  fontFamily: string;
  /** The colour of a thing by its place. */
  colorOf(node: number): string;
  titleOf(node: number): string;
  /** What stands above a column. */
  columnText(distance: number): string;
}

/** What the reader points at, has chosen or searched for; drawn above the scene. */
export interface MapMarks {
  hovered?: number;
  selected?: number;
  found: readonly number[];
  /** The keyboard is on the map. */
  focused: boolean;
}

/** No marks. */
export const NO_MARKS: MapMarks = { found: [], focused: false };

/** What is drawn with; a part of what browsers have, so that tests can have it too. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'closePath'
  | 'drawImage'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'getImageData'
  | 'globalAlpha'
  | 'lineCap'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'setLineDash'
  | 'setTransform'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
>;
