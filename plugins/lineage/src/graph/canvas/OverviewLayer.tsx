import { makeStyles } from '@material-ui/core/styles';
import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { Drawing } from '../layout/Drawing';
import { boundsOf, boxPath, Rect } from './bounds';
import { NodeFace } from './NodeFace';
import { OverviewLabels } from './OverviewLabels';

const useStyles = makeStyles(theme => ({
  root: { position: 'absolute', overflow: 'visible' },
  faint: { opacity: 0.25 },
  ring: {
    fill: 'none',
    stroke: theme.palette.text.primary,
  },
  selected: { stroke: theme.palette.primary.main },
  found: { stroke: theme.palette.warning.main },
}));

/** Boxes of one look as one path. */
export interface ColorPath {
  color: string;
  faint: boolean;
  path: string;
}

/** The nodes by colour of their owner, each colour as one path. */
export function colorPaths(
  drawing: Drawing,
  faces: ReadonlyMap<string, NodeFace>,
): ColorPath[] {
  const looks = new Map<
    string,
    { color: string; faint: boolean; boxes: Rect[] }
  >();
  for (const [id, box] of drawing.boxes) {
    const face = faces.get(id);
    if (face) {
      const key = `${face.color} ${face.faint}`;
      const look = looks.get(key) ?? {
        color: face.color,
        faint: face.faint,
        boxes: [],
      };
      look.boxes.push(box);
      looks.set(key, look);
    }
  }
  return [...looks.values()].map(({ color, faint, boxes }) => ({
    color,
    faint,
    path: boxPath(boxes),
  }));
}

/**
 * The nodes from far: boxes in the colours of their owners, with their titles
 * where those are few and have room. Of many the number does not matter to the
 * browser, which has one element per colour to lay out.
 */
export const OverviewLayer = memo(function Overview(props: {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
  current?: string;
  /** How much wider than near lines have to be to be seen. */
  widening: number;
}) {
  const { drawing, faces, current, widening } = props;
  const classes = useStyles();
  const paths = useMemo(() => colorPaths(drawing, faces), [drawing, faces]);
  const bounds = useMemo(() => boundsOf(drawing.boxes.values()), [drawing]);
  const ring = (
    className: string,
    isMeant: (face: NodeFace, id: string) => boolean,
  ) => {
    const boxes = [...drawing.boxes.values()].filter(({ id }) => {
      const face = faces.get(id);
      return face && isMeant(face, id);
    });
    return boxes.length > 0 ? (
      <path
        className={`${classes.ring} ${className}`}
        strokeWidth={2 * widening}
        d={boxPath(boxes)}
      />
    ) : null;
  };
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        className={classes.root}
        style={{ left: bounds.x, top: bounds.y }}
        width={bounds.width}
        height={bounds.height}
        viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      >
        {paths.map(({ color, faint, path }) => (
          <path
            key={`${color} ${faint}`}
            d={path}
            fill={color}
            className={faint ? classes.faint : undefined}
          />
        ))}
        <OverviewLabels drawing={drawing} faces={faces} />
        {ring('', (face, id) => face.root || id === current)}
        {ring(classes.found, face => face.found)}
        {ring(classes.selected, face => face.selected)}
      </svg>
    </ViewportPortal>
  );
});
