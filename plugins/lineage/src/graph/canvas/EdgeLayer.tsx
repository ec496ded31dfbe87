import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { lineageTranslationRef } from '../../translation';
import { Drawing } from '../layout/Drawing';
import { edgeKey } from '../model/adjacency';
import { boundsOf } from './bounds';
import { EdgePath, edgePaths, EdgeStyle } from './edgePaths';
import { isSmall } from './isSmall';
import { LINES, LOCK } from './lineLooks';

/** More locks than that say no more than that there are many. */
const MAX_LABELS = 40;
const MARGIN = 200;
/** Far out all lines are a little thinner, as they are near each other. */
const THIN = 0.7;

const useStyles = makeStyles(theme => ({
  // Below the nodes, whatever comes first in the document.
  root: { position: 'absolute', zIndex: -1, overflow: 'visible' },
  path: { stroke: theme.palette.text.secondary, fill: 'none' },
  head: { fill: theme.palette.text.secondary, stroke: 'none' },
  restricted: { strokeLinecap: 'round' },
  faint: { opacity: 0.25 },
  strong: {
    '& $path': { stroke: theme.palette.primary.main },
    '& $head': { fill: theme.palette.primary.main },
  },
  lock: { fill: theme.palette.text.primary },
  label: {
    fill: theme.palette.text.primary,
    stroke: theme.palette.background.default,
    strokeWidth: 4,
    paintOrder: 'stroke',
    fontFamily: theme.typography.fontFamily,
    fontSize: 11,
    textAnchor: 'middle',
  },
}));

/**
 * All connections, as one path per style. They are no elements of their own:
 * what each says is in the drawer and in the table.
 */
export const EdgeLayer = memo(function Edges(props: {
  drawing: Drawing;
  /** Keys of connections to bring out. */
  strong?: ReadonlySet<string>;
  /** The others step back. */
  othersFaint: boolean;
  /** How much wider than near lines have to be to be seen; 1 when near. */
  widening: number;
}) {
  const { drawing, strong, othersFaint, widening } = props;
  const far = widening > 1;
  const small = isSmall(drawing);
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { box, plain, brought } = useMemo(() => {
    const isStrong = (edge: Parameters<typeof edgeKey>[0]) =>
      strong?.has(edgeKey(edge)) ?? false;
    const { edges } = drawing.flow;
    return {
      box: boundsOf(drawing.boxes.values()),
      plain: edgePaths(
        edges.filter(edge => !isStrong(edge)),
        drawing,
      ),
      brought: edgePaths(edges.filter(isStrong), drawing),
    };
  }, [drawing, strong]);

  const widthOf = (style: EdgeStyle) => {
    const { width } = LINES[style];
    const widthFromFar = small ? width * widening * THIN : widening;
    return far ? widthFromFar : width;
  };
  const draw = ({ style, lines, heads }: EdgePath) => (
    <g key={style}>
      <path
        d={lines}
        className={`${classes.path} ${
          style === 'restricted' ? classes.restricted : ''
        }`}
        // Far out, lines of their true width would vanish.
        strokeWidth={widthOf(style)}
        strokeDasharray={
          far && !small
            ? undefined
            : LINES[style].dashes?.map(dash => dash * widening).join(' ')
        }
      />
      {!far && <path d={heads} className={classes.head} />}
    </g>
  );
  const left = box.x - MARGIN;
  const top = box.y - MARGIN;
  const width = box.width + 2 * MARGIN;
  const height = box.height + 2 * MARGIN;
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        className={classes.root}
        style={{ left, top }}
        width={width}
        height={height}
        viewBox={`${left} ${top} ${width} ${height}`}
      >
        <g className={othersFaint ? classes.faint : undefined}>
          {plain.paths.map(draw)}
        </g>
        <g className={classes.strong}>{brought.paths.map(draw)}</g>
        {(!far || small) &&
          [...brought.labels, ...plain.labels]
            .slice(0, MAX_LABELS)
            .map(({ key, x, y }) => (
              <g
                key={key}
                transform={`translate(${x} ${y}) scale(${far ? widening * THIN : 1})`}
              >
                <path d={LOCK} className={classes.lock} fillRule="evenodd" />
                {!far && (
                  <text y={20} className={classes.label}>
                    {t('graph.restricted')}
                  </text>
                )}
              </g>
            ))}
      </svg>
    </ViewportPortal>
  );
});
