import { KeyboardEvent, useMemo, useRef } from 'react';
import { Drawing } from '../layout/Drawing';
import { adjacencyOf, Side } from '../model/adjacency';
import { walk, WalkDirection } from '../model/walk';
import { Camera } from './useCamera';

const ARROWS: Readonly<Record<string, WalkDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What keys do beside moving the picture. */
export interface WalkActions {
  moveTo(id: string): void;
  open(id: string): void;
  expand(id: string, side: Side): void;
}

/**
 * Walks the graph by keyboard: arrows along the connections, Shift with an arrow
 * shows what is hidden on that side, Enter opens, Home goes to the root, plus,
 * minus and 0 zoom.
 */
export function useKeyboardWalk(
  drawing: Drawing,
  current: string,
  options: { camera: Camera; actions: WalkActions },
): (event: KeyboardEvent) => void {
  const { camera, actions } = options;
  const cameFrom = useRef<string>();
  const known = useMemo(
    () => ({
      adjacency: adjacencyOf(drawing.flow.edges),
      places: new Map(
        [...drawing.boxes.values()].map(({ id, x, y, width, height }) => [
          id,
          { id, x: x + width / 2, y: y + height / 2 },
        ]),
      ),
    }),
    [drawing],
  );

  const moveTo = (id: string | undefined) => {
    if (id !== undefined) {
      cameFrom.current = current;
      actions.moveTo(id);
      camera.reveal(id);
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => actions.open(current),
    ' ': () => actions.open(current),
    Home: () => moveTo(drawing.flow.root),
    '+': camera.zoomIn,
    '-': camera.zoomOut,
    '0': camera.fit,
  };
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const direction = Object.hasOwn(ARROWS, event.key)
      ? ARROWS[event.key]
      : undefined;
    if (direction && event.shiftKey) {
      if (direction === 'left' || direction === 'right') {
        actions.expand(
          current,
          direction === 'left' ? 'upstream' : 'downstream',
        );
        event.preventDefault();
      }
    } else if (direction) {
      moveTo(
        walk(current, direction, { ...known, cameFrom: cameFrom.current }),
      );
      event.preventDefault();
    } else if (Object.hasOwn(keys, event.key)) {
      keys[event.key]();
      event.preventDefault();
    }
  };
}
