import { createContext, useContext } from 'react';
import { Side } from '../model/adjacency';
import { Translate } from '../../translation';
import { CanvasClasses } from './useCanvasStyles';

/** What every node on the canvas needs and none has of its own. */
export interface CanvasTools {
  classes: CanvasClasses;
  /** Starts the ids of elements. */
  idPrefix: string;
  t: Translate;
  expand(id: string, side: Side): void;
}

const CanvasContext = createContext<CanvasTools | undefined>(undefined);

/** Gives the nodes below it what they need. */
export const CanvasProvider = CanvasContext.Provider;

/** What the canvas gives its nodes. */
export function useCanvas(): CanvasTools {
  const tools = useContext(CanvasContext);
  if (!tools) {
    throw new Error(
      'A node of the lineage graph is drawn outside of its canvas',
    );
  }
  return tools;
}

/** The id of the element of a node. Ids of nodes hold characters that HTML ids may not. */
export function elementId(prefix: string, node: string): string {
  return `${prefix}-${encodeURIComponent(node)}`;
}
