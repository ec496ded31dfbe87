import { ReactFlowState, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { Drawing } from '../layout/Drawing';
import { Camera } from './useCamera';

const widthOf = ({ width, height }: ReactFlowState) => (height > 0 ? width : 0);

/** Something to bring into view; `asked` grows with every time. */
export interface CameraTarget {
  id: string;
  asked: number;
}

/**
 * Moves the picture without being told to: to the beginning of a new
 * arrangement, to what was added when none of it is in view, to what is
 * selected, to what the search found, and to what belongs together.
 */
export function useCameraMoves(
  drawing: Drawing,
  options: {
    camera: Camera;
    selected?: string;
    target?: CameraTarget;
    /** Ids of what is to be seen together. */
    together?: ReadonlySet<string>;
    onTarget: (id: string) => void;
  },
): void {
  const { selected, target, together } = options;
  const width = useStore(widthOf);
  const measured = width > 0;
  const latest = useRef(options);
  latest.current = options;

  const shown = useRef<Drawing>();
  useEffect(() => {
    if (!measured) {
      return;
    }
    const { camera } = latest.current;
    const before = shown.current;
    shown.current = drawing;
    if (before?.arrangement !== drawing.arrangement) {
      camera.home({ atOnce: before === undefined });
      return;
    }
    const added = drawing.flow.nodes
      .map(({ id }) => id)
      .filter(id => !before.boxes.has(id));
    if (added.length > 0 && !added.some(camera.sees)) {
      camera.reveal(added[0]);
    }
  }, [measured, drawing]);

  // The drawer takes room that the node it is about may have had.
  useEffect(() => {
    if (measured && selected !== undefined) {
      latest.current.camera.reveal(selected);
    }
  }, [measured, selected, width]);

  const isThere = target !== undefined && drawing.boxes.has(target.id);
  useEffect(() => {
    if (measured && target && isThere) {
      latest.current.onTarget(target.id);
      latest.current.camera.reveal(target.id);
    }
  }, [measured, target, isThere]);

  const areThere =
    together !== undefined && [...together].every(id => drawing.boxes.has(id));
  useEffect(() => {
    if (measured && together && areThere) {
      latest.current.camera.frame([...together]);
    }
  }, [measured, together, areThere]);
}
