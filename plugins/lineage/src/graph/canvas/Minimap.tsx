import { makeStyles } from '@material-ui/core/styles';
import { ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { PointerEvent, useMemo, useRef } from 'react';
import { Drawing } from '../layout/Drawing';
import { boundsOf } from './bounds';
import { NodeFace } from './NodeFace';
import { colorPaths } from './OverviewLayer';

const WIDTH = 180;
const HEIGHT = 110;
const MARGIN = 100;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    cursor: 'crosshair',
    touchAction: 'none',
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  view: {
    fill: theme.palette.action.hover,
    stroke: theme.palette.text.primary,
    strokeWidth: 1.5,
    vectorEffect: 'non-scaling-stroke',
  },
}));

const transformOf = ({ transform }: ReactFlowState) => transform;
const sizeOf = ({ width, height }: ReactFlowState) => `${width} ${height}`;

/**
 * The whole picture and which part of it is in view; pressing it goes there.
 * Drawn by colour and not by node, as the overview is: one of a thousand
 * elements would take longer than the picture itself.
 */
export function Minimap(props: {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
}) {
  const { drawing, faces } = props;
  const classes = useStyles();
  const { setCenter, getZoom } = useReactFlow();
  const [x, y, zoom] = useStore(transformOf);
  const [width, height] = useStore(sizeOf).split(' ').map(Number);
  const svg = useRef<SVGSVGElement>(null);
  const paths = useMemo(() => colorPaths(drawing, faces), [drawing, faces]);
  const bounds = useMemo(() => boundsOf(drawing.boxes.values()), [drawing]);

  const goTo = (event: PointerEvent) => {
    const toPicture = svg.current?.getScreenCTM()?.inverse();
    if (event.buttons > 0 && toPicture) {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
        toPicture,
      );
      setCenter(point.x, point.y, { zoom: getZoom() });
    }
  };
  return (
    <svg
      ref={svg}
      aria-hidden
      className={classes.root}
      width={WIDTH}
      height={HEIGHT}
      viewBox={[
        bounds.x - MARGIN,
        bounds.y - MARGIN,
        bounds.width + 2 * MARGIN,
        bounds.height + 2 * MARGIN,
      ].join(' ')}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      {paths.map(({ color, faint, path }) => (
        <path
          key={`${color} ${faint}`}
          d={path}
          fill={color}
          opacity={faint ? 0.25 : 1}
        />
      ))}
      <rect
        className={classes.view}
        x={-x / zoom}
        y={-y / zoom}
        width={width / zoom}
        height={height / zoom}
      />
    </svg>
  );
}
