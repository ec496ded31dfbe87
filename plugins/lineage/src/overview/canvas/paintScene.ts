import { LineageOverview } from '@understudy/plugin-lineage-common';
import { EdgeStyle, styleOf } from '../../graph/canvas/edgePaths';
import { LINES } from '../../graph/canvas/lineLooks';
import { fitText } from '../../graph/export/fitText';
import { nodesIn } from '../model/nodeAt';
import { BOX } from '../model/placeColumns';
import { MapCamera, Size, viewOf } from './camera';
import { Brush, MapScene } from './MapScene';

const LINES_AT_ONCE = 200;
/** Each of them is many short ones. */
const DASHED_AT_ONCE = 50;
const BOXES_AT_ONCE = 1_000;
const TITLES_AT_ONCE = 60;
/** From this zoom on there is room for titles. */
export const READABLE_ZOOM = 0.75;
const FONT = 11;
const STRIPE = 5;
const PADDING = 4;
/** Of few lines each can be followed, of many where they are dense. */
const FAINTEST = 0.12;
const STRONGEST = 0.6;
const LINES_OF_HALF = 400;
/** Than in a graph that is drawn thing by thing. */
const THINNER = 2 / 3;

/** How a scene is painted. */
export interface PaintOptions {
  camera: MapCamera;
  size: Size;
  /** Pixels of the screen per pixel of the page. */
  ratio: number;
}

/**
 * Paints a scene, with pauses: lines, boxes, and titles where they can be read.
 * Browsers note what to paint and do it later all at once; after each part it is
 * asked for, so that no part of it waits until the page has no time for it.
 */
export function* paintScene(
  brush: Brush,
  scene: MapScene,
  options: PaintOptions,
): Generator<void, void> {
  const { camera, size, ratio } = options;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.globalAlpha = 1;
  brush.fillStyle = scene.colors.background;
  brush.fillRect(0, 0, size.width, size.height);
  brush.setTransform(
    camera.zoom * ratio,
    0,
    0,
    camera.zoom * ratio,
    camera.x * ratio,
    camera.y * ratio,
  );
  yield* paintLines(brush, scene, options);
  const shown = nodesIn(scene.plan, viewOf(camera, size));
  yield* paintBoxes(brush, scene, shown);
  if (camera.zoom >= READABLE_ZOOM) {
    yield* paintTitles(brush, scene, shown);
  }
}

function* paintLines(
  brush: Brush,
  scene: MapScene,
  options: PaintOptions,
): Generator<void, void> {
  const { edges } = scene.plan.overview;
  const alike = new Map<EdgeStyle, LineageOverview['edges']>();
  for (const edge of edges) {
    const style = styleOf(edge);
    const same = alike.get(style);
    if (same) {
      same.push(edge);
    } else {
      alike.set(style, [edge]);
    }
  }
  brush.strokeStyle = scene.colors.line;
  brush.globalAlpha = Math.max(
    FAINTEST,
    STRONGEST / (1 + edges.length / LINES_OF_HALF),
  );
  for (const [style, same] of alike) {
    yield* paintLinesOf(brush, scene, options, { style, edges: same });
  }
  brush.setLineDash([]);
  brush.globalAlpha = 1;
}

/** Lines of one look. Widths and dashes are of the screen, however far one is. */
function* paintLinesOf(
  brush: Brush,
  { plan }: MapScene,
  { camera, size }: PaintOptions,
  alike: { style: EdgeStyle; edges: LineageOverview['edges'] },
): Generator<void, void> {
  const { width, dashes = [] } = LINES[alike.style];
  const view = viewOf(camera, size);
  const [right, bottom] = [view.x + view.width, view.y + view.height];
  const most = dashes.length > 0 ? DASHED_AT_ONCE : LINES_AT_ONCE;
  brush.lineWidth = (width * THINNER) / camera.zoom;
  brush.lineCap = alike.style === 'restricted' ? 'round' : 'butt';
  brush.setLineDash(dashes.map(length => length / camera.zoom));
  let inPath = 0;
  brush.beginPath();
  for (const { from, to } of alike.edges) {
    const [x1, y1] = [plan.x[from] + BOX.width, plan.y[from] + BOX.height / 2];
    const [x2, y2] = [plan.x[to], plan.y[to] + BOX.height / 2];
    const isOut =
      Math.max(x1, x2) < view.x ||
      Math.min(x1, x2) > right ||
      Math.max(y1, y2) < view.y ||
      Math.min(y1, y2) > bottom;
    if (!isOut) {
      brush.moveTo(x1, y1);
      brush.lineTo(x2, y2);
      inPath += 1;
    }
    if (inPath === most) {
      brush.stroke();
      brush.beginPath();
      inPath = 0;
      yield done(brush);
    }
  }
  brush.stroke();
  yield done(brush);
}

function* paintBoxes(
  brush: Brush,
  { plan, colorOf }: MapScene,
  shown: readonly number[],
): Generator<void, void> {
  const byColor = new Map<string, number[]>();
  for (const node of shown) {
    const color = colorOf(node);
    const same = byColor.get(color);
    if (same) {
      same.push(node);
    } else {
      byColor.set(color, [node]);
    }
  }
  for (const [color, nodes] of byColor) {
    for (let start = 0; start < nodes.length; start += BOXES_AT_ONCE) {
      brush.fillStyle = color;
      brush.beginPath();
      for (const node of nodes.slice(start, start + BOXES_AT_ONCE)) {
        brush.rect(plan.x[node], plan.y[node], BOX.width, BOX.height);
      }
      brush.fill();
      yield done(brush);
    }
  }
}

function* paintTitles(
  brush: Brush,
  { plan, colors, fontFamily, titleOf }: MapScene,
  shown: readonly number[],
): Generator<void, void> {
  brush.font = `${FONT}px ${fontFamily}`;
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  const room = BOX.width - STRIPE - 2 * PADDING;
  for (const [place, node] of shown.entries()) {
    const [x, y] = [plan.x[node], plan.y[node]];
    brush.fillStyle = colors.paper;
    brush.fillRect(x + STRIPE, y, BOX.width - STRIPE, BOX.height);
    brush.fillStyle = colors.text;
    brush.fillText(
      fitText(titleOf(node), room, { size: FONT }),
      x + STRIPE + PADDING,
      y + BOX.height / 2,
    );
    if (place % TITLES_AT_ONCE === TITLES_AT_ONCE - 1) {
      yield done(brush);
    }
  }
}

function done(brush: Brush): void {
  brush.getImageData(0, 0, 1, 1);
}
