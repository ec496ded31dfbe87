import '@xyflow/react/dist/style.css';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  ReactFlow,
  ReactFlowProvider,
  ReactFlowState,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { MouseEvent, useId, useMemo, useRef, useState } from 'react';
import { lineageTranslationRef } from '../../translation';
import { Drawing } from '../layout/Drawing';
import { SavePicture } from '../export/SavePicture';
import { PictureWords } from '../export/usePicture';
import { Side } from '../model/adjacency';
import { boxAt } from './bounds';
import { CanvasProvider, elementId } from './CanvasContext';
import { nodeTypes } from './CanvasNodes';
import { CanvasToolbar } from './CanvasToolbar';
import { EdgeLayer } from './EdgeLayer';
import { Minimap } from './Minimap';
import { CanvasNode, NodeFace } from './NodeFace';
import { OverviewLayer } from './OverviewLayer';
import { MAX_ZOOM, MIN_ZOOM, useCamera } from './useCamera';
import { CameraTarget, useCameraMoves } from './useCameraMoves';
import { useCanvasNodes } from './useCanvasNodes';
import { useCanvasStyles } from './useCanvasStyles';
import { useKeyboardWalk } from './useKeyboardWalk';
import { useViewTiles } from './useViewTiles';
import { useWidening } from './useWidening';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', width: '100%', height: '100%' },
  flow: {
    backgroundColor: theme.palette.background.default,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '& .react-flow__attribution': {
      backgroundColor: theme.palette.background.default,
    },
    '& .react-flow__attribution a': { color: theme.palette.text.secondary },
  },
  toolbar: {
    position: 'absolute',
    left: theme.spacing(1),
    bottom: theme.spacing(1),
    zIndex: 5,
  },
  minimap: {
    position: 'absolute',
    right: theme.spacing(1),
    bottom: theme.spacing(3),
    zIndex: 5,
  },
}));

/** Of fewer things the picture is taken in without a small one. */
const MANY = 10;

/** In less the small picture would hide the large one. */
const LARGE = { width: 480, height: 320 };
const isLarge = ({ width, height }: ReactFlowState) =>
  width >= LARGE.width && height >= LARGE.height;
const isMeasured = ({ width, height }: ReactFlowState) =>
  width > 0 && height > 0;

/** What the canvas draws and tells. */
export interface LineageCanvasProps {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
  /** Says what the picture is of. */
  label: string;
  /** Keys of connections to bring out, and whether the others step back. */
  strong?: ReadonlySet<string>;
  othersFaint: boolean;
  /** What is said about it where it is saved as a file; it cannot be when missing. */
  pictureWords?: PictureWords;
  selected?: string;
  target?: CameraTarget;
  /** Ids of what is to be seen together, once it is drawn. */
  together?: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onExpand: (id: string, side: Side) => void;
  onTidy: () => void;
}

/**
 * The graph as a picture. Near, nodes are elements, of which only those in view
 * exist; from afar they are boxes of colour. One stop on the way through the
 * page: inside, keys walk along the connections.
 */
export function LineageCanvas(props: LineageCanvasProps) {
  return (
    <ReactFlowProvider>
      <Surface {...props} />
    </ReactFlowProvider>
  );
}

function Surface(props: LineageCanvasProps) {
  const { drawing, faces, label, strong, othersFaint, pictureWords } = props;
  const { selected, target, together } = props;
  const { onOpen, onExpand, onTidy } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const canvasClasses = useCanvasStyles();
  const idPrefix = useId();
  const helpId = useId();
  const measured = useStore(isMeasured);
  const large = useStore(isLarge);
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const camera = useCamera(drawing);
  const [focused, setFocused] = useState(false);
  const [walked, setWalked] = useState<string>();
  const current =
    walked && drawing.boxes.has(walked) ? walked : drawing.flow.root;
  const inView = useViewTiles();
  const far = measured && inView === undefined;
  const widening = useWidening();
  const nodes = useCanvasNodes(drawing, faces, {
    inView,
    current: focused ? current : undefined,
  });

  const open = (id: string) => {
    setWalked(id);
    onOpen(id);
  };
  const onKeyDown = useKeyboardWalk(drawing, current, {
    camera,
    actions: { moveTo: setWalked, open, expand: onExpand },
  });

  useCameraMoves(drawing, {
    camera,
    selected,
    target,
    together,
    onTarget: setWalked,
  });

  const latestExpand = useRef(onExpand);
  latestExpand.current = onExpand;
  const tools = useMemo(
    () => ({
      classes: canvasClasses,
      idPrefix,
      expand: (id: string, side: Side) => latestExpand.current(id, side),
      t,
    }),
    [canvasClasses, idPrefix, t],
  );

  const openAt = (event: MouseEvent) => {
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const id = boxAt(drawing.boxes.values(), point, 4 / getZoom());
    if (far && id !== undefined) {
      open(id);
    }
  };
  return (
    <div className={classes.root}>
      <CanvasProvider value={tools}>
        <ReactFlow<CanvasNode>
          className={classes.flow}
          nodes={nodes}
          nodeTypes={nodeTypes}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          zoomOnDoubleClick={false}
          onNodeClick={(_, node) => open(node.id)}
          onPaneClick={openAt}
          tabIndex={0}
          aria-label={label}
          aria-roledescription={t('graph.role')}
          aria-describedby={helpId}
          aria-activedescendant={
            focused && !far ? elementId(idPrefix, current) : undefined
          }
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        >
          <EdgeLayer
            drawing={drawing}
            strong={strong}
            othersFaint={othersFaint}
            widening={widening}
          />
          {far && (
            <OverviewLayer
              drawing={drawing}
              faces={faces}
              current={focused ? current : undefined}
              widening={widening}
            />
          )}
        </ReactFlow>
      </CanvasProvider>
      <div className={classes.toolbar}>
        <CanvasToolbar camera={camera} root={drawing.flow.root} onTidy={onTidy}>
          {pictureWords && (
            <SavePicture
              shown={{
                drawing,
                faces,
                label,
                strong,
                othersFaint,
                words: pictureWords,
              }}
            />
          )}
        </CanvasToolbar>
      </div>
      {large && drawing.boxes.size >= MANY && (
        <div className={classes.minimap}>
          <Minimap drawing={drawing} faces={faces} />
        </div>
      )}
      <span id={helpId} hidden>
        {t('graph.help')}
      </span>
    </div>
  );
}
