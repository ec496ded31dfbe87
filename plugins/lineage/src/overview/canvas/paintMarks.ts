import { edgesAt } from '../model/links';
import { BOX } from '../model/placeColumns';
import { MapCamera, Size } from './camera';
import { Brush, MapMarks, MapScene } from './MapScene';

const FONT = 12;
const LABEL = { height: 20, padding: 6, above: 4 } as const;
const HEAD = { height: 18, padding: 6 } as const;
/** More rings than that say no more than that there are many. */
const MOST_FOUND = 2_000;
/** Of what has more connections, these are brought out. */
const MOST_LINES = 1_000;
/** What is chosen is seen from however far. */
const LEAST_SIDE = 7;

/** Paints what the reader points at, has chosen and searched for, and what the columns are. */
export function paintMarks(
  brush: Brush,
  scene: MapScene,
  marks: MapMarks,
  options: { camera: MapCamera; size: Size; ratio: number },
): void {
  const { camera, ratio } = options;
  const { hovered, selected } = marks;
  const { colors } = scene;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.globalAlpha = 1;
  const ring = (node: number, color: string, width: number) => {
    const box = onScreen(scene, camera, node);
    brush.strokeStyle = color;
    brush.lineWidth = width;
    brush.strokeRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
  };
  marks.found.slice(0, MOST_FOUND).forEach(node => ring(node, colors.found, 2));
  if (selected !== undefined) {
    paintLinesOf(brush, scene, camera, selected);
  }
  ring(scene.plan.root, colors.text, 2);
  if (selected !== undefined) {
    ring(selected, colors.selected, marks.focused ? 4 : 3);
  }
  if (hovered !== undefined) {
    ring(hovered, colors.text, 1);
  }
  paintHeads(brush, scene, options);
  [selected, hovered]
    .filter(node => node !== undefined)
    .forEach(node => paintLabel(brush, scene, options, node));
}

function onScreen({ plan }: MapScene, camera: MapCamera, node: number) {
  const width = Math.max(LEAST_SIDE, BOX.width * camera.zoom);
  const height = Math.max(LEAST_SIDE, BOX.height * camera.zoom);
  const middleX = (plan.x[node] + BOX.width / 2) * camera.zoom + camera.x;
  const middleY = (plan.y[node] + BOX.height / 2) * camera.zoom + camera.y;
  return { x: middleX - width / 2, y: middleY - height / 2, width, height };
}

function paintLinesOf(
  brush: Brush,
  { plan, colors }: MapScene,
  camera: MapCamera,
  node: number,
): void {
  const { overview, links } = plan;
  brush.strokeStyle = colors.selected;
  brush.lineWidth = 1.5;
  brush.beginPath();
  for (const edge of edgesAt(links, node).subarray(0, MOST_LINES)) {
    const { from, to } = overview.edges[edge];
    brush.moveTo(
      (plan.x[from] + BOX.width) * camera.zoom + camera.x,
      (plan.y[from] + BOX.height / 2) * camera.zoom + camera.y,
    );
    brush.lineTo(
      plan.x[to] * camera.zoom + camera.x,
      (plan.y[to] + BOX.height / 2) * camera.zoom + camera.y,
    );
  }
  brush.stroke();
}

/** At the top, what each column is, as far as there is room for it. */
function paintHeads(
  brush: Brush,
  { plan, colors, fontFamily, columnText }: MapScene,
  { camera, size }: { camera: MapCamera; size: Size },
): void {
  brush.font = `${FONT}px ${fontFamily}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  let free = 0;
  for (const { x, width, distance } of plan.columns) {
    const middle = (x + width / 2) * camera.zoom + camera.x;
    const text = columnText(distance);
    const half = brush.measureText(text).width / 2 + HEAD.padding;
    if (middle - half >= free && middle + half <= size.width) {
      brush.fillStyle = colors.background;
      brush.fillRect(middle - half, 2, 2 * half, HEAD.height);
      brush.fillStyle = colors.text;
      brush.fillText(text, middle, 2 + HEAD.height / 2);
      free = middle + half;
    }
  }
}

function paintLabel(
  brush: Brush,
  scene: MapScene,
  { camera, size }: { camera: MapCamera; size: Size },
  node: number,
): void {
  const { colors, fontFamily, titleOf } = scene;
  const box = onScreen(scene, camera, node);
  brush.font = `${FONT}px ${fontFamily}`;
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  const text = titleOf(node);
  const width = brush.measureText(text).width + 2 * LABEL.padding;
  const left = Math.max(0, Math.min(box.x, size.width - width));
  const above = box.y - LABEL.height - LABEL.above;
  const top = above >= HEAD.height ? above : box.y + box.height + LABEL.above;
  brush.fillStyle = colors.paper;
  brush.fillRect(left, top, width, LABEL.height);
  brush.strokeStyle = colors.line;
  brush.lineWidth = 1;
  brush.strokeRect(left + 0.5, top + 0.5, width - 1, LABEL.height - 1);
  brush.fillStyle = colors.text;
  brush.fillText(text, left + LABEL.padding, top + LABEL.height / 2);
}
