import { KeyboardEvent } from 'react';
import { MapPlan } from '../model/MapPlan';
import { MapDirection, nearestTo } from '../model/nearestTo';
import { MapCameraControl } from './useMapCamera';

const ARROWS: Readonly<Record<string, MapDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Answers to keys on the map: arrows choose, Enter opens, Home goes to the root, plus, minus and 0 zoom. */
export function onMapKey(
  event: KeyboardEvent,
  options: {
    plan: MapPlan;
    camera: MapCameraControl;
    selected?: number;
    onSelect: (node: number) => void;
    onOpen: (node: number) => void;
  },
): void {
  const { plan, camera, selected, onSelect, onOpen } = options;
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const choose = (node: number | undefined) => {
    if (node !== undefined) {
      onSelect(node);
      camera.reveal(node);
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => selected !== undefined && onOpen(selected),
    Home: () => choose(plan.root),
    '+': camera.zoomIn,
    '-': camera.zoomOut,
    '0': camera.fit,
  };
  if (Object.hasOwn(ARROWS, key)) {
    // Whoever has chosen nothing yet begins at the start.
    choose(
      selected === undefined
        ? plan.root
        : nearestTo(plan, selected, ARROWS[key]),
    );
    event.preventDefault();
  } else if (Object.hasOwn(keys, key)) {
    keys[key]();
    event.preventDefault();
  }
}
