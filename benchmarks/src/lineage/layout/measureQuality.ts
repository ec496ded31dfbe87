import { arrangeWithDagre } from '../../../../plugins/lineage/src/graph/layout/compared/arrangeWithDagre';
import {
  DrawingQuality,
  drawingQuality,
} from '../../../../plugins/lineage/src/graph/layout/compared/drawingQuality';
import { LayoutApi } from '../../../../plugins/lineage/src/graph/layout/LayoutApi';
import { toLayoutGraph } from '../../../../plugins/lineage/src/graph/layout/arrange';
import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';
import { toDrawing } from './ourDrawing';
import { platformDagre } from './platform';
import { DrawingSize, nameOf, randomDrawing } from './randomDrawing';

/** How many times as much of what makes a drawing hard to read there may be. */
const MOST = 1.3;
const TITLE = 'How well graphs are drawn';

/** Compares our drawings with those of dagre, which took far longer to make. */
export async function measureQuality(
  layoutApi: LayoutApi,
  sizes: readonly DrawingSize[],
): Promise<Report> {
  const { dagre, version } = platformDagre();
  const report: Report = {
    title: TITLE,
    columns: [
      '',
      'crossings',
      'length of lines, px',
      'crossings by those of the peer',
      'length by that of the peer',
    ],
    rows: [],
    missed: [],
  };
  for (const size of sizes) {
    const name = nameOf(size);
    const { graph } = toLayoutGraph(toDrawing(randomDrawing(size)));
    const ours = drawingQuality(graph, await layoutApi.layout(graph));
    const peer = drawingQuality(graph, arrangeWithDagre(dagre, graph));
    const crossings = ours.crossings / peer.crossings;
    const length = ours.length / peer.length;
    report.rows.push(
      [name, ...describe(ours), crossings.toFixed(2), length.toFixed(2)],
      [
        `peer: ${name}, dagre ${version}, tight-tree`,
        ...describe(peer),
        '-',
        '-',
      ],
    );
    for (const [what, times] of [
      ['crossings', crossings],
      ['length', length],
    ] as const) {
      if (times > MOST) {
        report.missed.push(
          `${TITLE}: '${name}' has ${ratio(times)} times the ${what} of the peer; promised are at most ${MOST}`,
        );
      }
    }
  }
  return report;
}

function describe({ crossings, length }: DrawingQuality): string[] {
  return [String(crossings), length.toFixed(0)];
}
