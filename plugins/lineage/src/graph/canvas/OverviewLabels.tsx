import { makeStyles } from '@material-ui/core/styles';
import { ReactFlowState, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { Drawing } from '../layout/Drawing';
import { boxPath } from './bounds';
import { NodeFace } from './NodeFace';
import { labelBoxes } from './labelBoxes';

const FONT_SIZE = 11;
const STEPS = 4;

const useStyles = makeStyles(theme => ({
  plates: {
    fill: theme.palette.background.paper,
    stroke: theme.palette.text.disabled,
  },
  text: {
    fill: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    dominantBaseline: 'central',
  },
  faint: { opacity: 0.35 },
}));

/** About as large on the screen at any zoom; in steps, so that it changes seldom. */
function fontSizeOf({ transform }: ReactFlowState): number {
  const zoom = transform[2];
  return FONT_SIZE * 2 ** (Math.floor(-Math.log2(zoom) * STEPS) / STEPS);
}

/** What the boxes of a small picture are called, when it is far. */
export function OverviewLabels(props: {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
}) {
  const { drawing, faces } = props;
  const classes = useStyles();
  const fontSize = useStore(fontSizeOf);
  const labels = useMemo(
    () => labelBoxes(drawing, faces, fontSize),
    [drawing, faces, fontSize],
  );
  return (
    <>
      <path
        className={classes.plates}
        strokeWidth={fontSize / FONT_SIZE}
        d={boxPath(labels.map(({ plate }) => plate))}
      />
      {labels.map(({ id, text, x, y, faint }) => (
        <text
          key={id}
          x={x}
          y={y}
          fontSize={fontSize}
          className={`${classes.text} ${faint ? classes.faint : ''}`}
        >
          {text}
        </text>
      ))}
    </>
  );
}
