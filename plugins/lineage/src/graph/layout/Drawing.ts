import { FlowGraph } from '../model/toFlow';
import { Bends } from './arrange';
import { LayoutQuality } from './LayoutApi';
import { Box } from './placeBeside';
import { Point } from './types';

/** A graph that has been arranged. */
export interface Drawing {
  flow: FlowGraph;
  /** Everything drawn, with its place. */
  boxes: ReadonlyMap<string, Box & Point>;
  bends: Bends;
  quality: LayoutQuality;
  /** Grows whenever everything was arranged anew, not when something was added. */
  arrangement: number;
}
