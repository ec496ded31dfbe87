import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { MapPlace } from '../../explorer/mapPlace';
import { Rect } from '../../graph/canvas/bounds';
import { lineageTranslationRef } from '../../translation';
import { nodesIn } from '../model/nodeAt';
import { MapPainter } from './MapPainter';
import { MapScene } from './MapScene';
import { MapToolbar } from './MapToolbar';
import { onMapKey } from './mapKeys';
import { useMapCamera } from './useMapCamera';
import { useMapGestures } from './useMapGestures';

/** Whoever rests so long wants to know what is there. */
const REST_MS = 250;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    overflow: 'hidden',
  },
  canvas: {
    display: 'block',
    width: '100%',
    height: '100%',
    touchAction: 'none',
    cursor: 'grab',
    '&:active': { cursor: 'grabbing' },
  },
  surface: {
    width: '100%',
    height: '100%',
    '&:focus': { outline: 'none' },
    '&:focus-visible::after': {
      content: '""',
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
      border: `2px solid ${theme.palette.primary.main}`,
      pointerEvents: 'none',
    },
  },
}));

/**
 * The map as a picture, all of it on one canvas. One stop on the way through the
 * page: inside, arrow keys move what is chosen.
 */
export function MapCanvas(props: {
  scene: MapScene;
  /** Says what the map is of. */
  label: string;
  selected?: number;
  found: readonly number[];
  /** What to bring into view. */
  target?: { node: number };
  onSelect: (node: number | undefined) => void;
  onOpen: (node: number) => void;
  /** Where to look at first; at all of it when missing. */
  place?: MapPlace;
  /**
   * Tells what is in view once the map stands still, nearest to the root first,
   * and where that is, unless it is all of the map.
   */
  onRest: (nodes: readonly number[], place: MapPlace | undefined) => void;
}) {
  const { scene, label, selected, found, target } = props;
  const { onSelect, onOpen, onRest } = props;
  const { plan } = scene;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const helpId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MapPainter>();
  const [failure, setFailure] = useState<'none' | 'noCanvas'>('none');
  const [focused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<number>();

  const latestOnRest = useRef(onRest);
  latestOnRest.current = onRest;
  const resting = useRef<ReturnType<typeof setTimeout>>();
  const rest = (view: Rect, place: MapPlace | undefined) => {
    clearTimeout(resting.current);
    resting.current = setTimeout(
      () => latestOnRest.current(nodesIn(plan, view), place),
      REST_MS,
    );
  };
  const camera = useMapCamera(plan, painter, {
    start: props.place,
    onMove: rest,
  });
  const gestures = useMapGestures(canvas, plan, camera, {
    onHover: setHovered,
    onPress: onSelect,
  });

  useLayoutEffect(() => {
    const element = canvas.current;
    painter.current =
      element === null
        ? undefined
        : MapPainter.on(element, {
            onError: error =>
              setFailure(() => {
                throw error;
              }),
          });
    if (!painter.current) {
      setFailure('noCanvas');
    }
    return () => {
      clearTimeout(resting.current);
      painter.current?.stop();
    };
  }, []);

  useLayoutEffect(() => {
    const element = canvas.current;
    const measure = () => {
      const width = element?.clientWidth ?? 0;
      const height = element?.clientHeight ?? 0;
      camera.resize({ width, height });
      painter.current?.resize({ width, height }, window.devicePixelRatio);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (element) {
      observer.observe(element);
    }
    // Zooming the page changes how many pixels it takes.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [camera]);

  useEffect(() => painter.current?.show(scene), [scene]);
  useEffect(
    () => painter.current?.mark({ hovered, selected, found, focused }),
    [hovered, selected, found, focused],
  );
  useEffect(() => {
    if (target) {
      camera.reveal(target.node, true);
    }
  }, [target, camera]);

  return (
    <div className={classes.root}>
      {failure === 'noCanvas' && (
        <Alert severity="warning">{t('map.noCanvas')}</Alert>
      )}
      <Paper
        square
        elevation={0}
        className={classes.surface}
        role="application"
        tabIndex={0}
        aria-label={label}
        aria-roledescription={t('map.role')}
        aria-describedby={helpId}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={event =>
          onMapKey(event, { plan, camera, selected, onSelect, onOpen })
        }
      >
        <canvas
          ref={canvas}
          className={classes.canvas}
          style={hovered === undefined ? undefined : { cursor: 'pointer' }}
          {...gestures}
        />
      </Paper>
      <MapToolbar camera={camera} root={plan.root} />
      <span id={helpId} hidden>
        {t('map.help')}
      </span>
    </div>
  );
}
