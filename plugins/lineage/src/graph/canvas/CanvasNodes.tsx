import {
  RiDeleteBinLine,
  RiShieldCheckLine,
  RiShieldCrossLine,
} from '@remixicon/react';
import { NodeProps } from '@xyflow/react';
import { memo, ReactNode } from 'react';
import { CanvasClasses } from './useCanvasStyles';
import { elementId, useCanvas } from './CanvasContext';
import { faceText, markText } from './faceText';
import { MarkShape } from './MarkShape';
import { MoreButton } from './MoreButton';
import { CanvasNode, NodeFace } from './NodeFace';

/** A dataset, model or any other thing that holds or uses data. */
function DataNode({ id, data: face }: NodeProps<CanvasNode>) {
  const { classes } = useCanvas();
  return (
    <Expandable id={id} face={face}>
      <div className={classes.stripe} style={{ backgroundColor: face.color }} />
      <div className={classes.body}>
        <Title face={face} classes={classes} />
        <div className={classes.line}>
          <span className={classes.text}>{face.kindText}</span>
          <Quality face={face} classes={classes} />
        </div>
        <div className={classes.line}>
          <span className={classes.text}>{face.ownerText}</span>
          <Elsewhere face={face} classes={classes} />
          {face.dropped && (
            <RiDeleteBinLine
              size={14}
              className={classes.doubtful}
              aria-hidden
            />
          )}
        </div>
      </div>
    </Expandable>
  );
}

/** What turns data into other data: smaller, as it is not what people look for. */
function JobNode({ id, data: face }: NodeProps<CanvasNode>) {
  const { classes } = useCanvas();
  return (
    <Expandable id={id} face={face} className={classes.job}>
      <div className={classes.body}>
        <Title face={face} classes={classes} />
        {face.badge && (
          <div className={classes.line}>
            <Elsewhere face={face} classes={classes} />
          </div>
        )}
      </div>
    </Expandable>
  );
}

/** Several things drawn as one. */
function GroupNode({ id, data: face }: NodeProps<CanvasNode>) {
  const { classes } = useCanvas();
  return (
    <Frame id={id} face={face} className={classes.group}>
      <div className={classes.body}>
        <Title face={face} classes={classes} />
        {face.detail && <span className={classes.text}>{face.detail}</span>}
      </div>
    </Frame>
  );
}

interface FrameProps {
  id: string;
  face: NodeFace;
  className?: string;
  children: ReactNode;
}

/** What all nodes have: a place, a look, and words for who does not see it. */
function Frame({ id, face, className, children }: FrameProps) {
  const { classes, idPrefix, t } = useCanvas();
  return (
    <div
      id={elementId(idPrefix, id)}
      role="group"
      aria-label={faceText(face, t)}
      className={[classNames(classes, face), className]
        .filter(Boolean)
        .join(' ')}
    >
      {children}
    </div>
  );
}

/** A node with neighbours that may not be shown yet, on either side. */
function Expandable({ id, face, className, children }: FrameProps) {
  return (
    <Frame id={id} face={face} className={className}>
      <MoreButton
        node={id}
        title={face.title}
        side="upstream"
        count={face.hiddenUpstream}
      />
      {children}
      <MoreButton
        node={id}
        title={face.title}
        side="downstream"
        count={face.hiddenDownstream}
      />
    </Frame>
  );
}

/** Where else it was observed than in what is shown. */
function Elsewhere(props: { face: NodeFace; classes: CanvasClasses }) {
  const { badge, environments } = props.face;
  return badge ? (
    <span className={props.classes.environment} title={environments}>
      {badge}
    </span>
  ) : null;
}

function Title(props: { face: NodeFace; classes: CanvasClasses }) {
  const { face, classes } = props;
  const { t } = useCanvas();
  const { Icon, mark, title } = face;
  return (
    <div className={classes.line}>
      <span className={classes.icon} aria-hidden>
        <Icon fontSize="inherit" />
      </span>
      <span className={classes.title} title={title}>
        {title}
      </span>
      {mark && (
        <MarkShape mark={mark} text={markText(mark, t)} classes={classes} />
      )}
    </div>
  );
}

function Quality(props: { face: NodeFace; classes: CanvasClasses }) {
  const { face, classes } = props;
  const { quality } = face;
  if (!quality) {
    return null;
  }
  const passed = quality.total - quality.failed;
  const Icon = quality.failed > 0 ? RiShieldCrossLine : RiShieldCheckLine;
  return (
    <span className={classes.badge}>
      <Icon
        size={14}
        className={quality.failed > 0 ? classes.bad : classes.good}
        aria-hidden
      />
      {`${passed}/${quality.total}`}
    </span>
  );
}

function classNames(classes: CanvasClasses, face: NodeFace): string {
  return [
    classes.node,
    face.root && classes.root,
    face.found && classes.found,
    face.selected && classes.selected,
    face.current && classes.current,
    face.faint && classes.faint,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The components of nodes by shape. Their identity must not change. */
export const nodeTypes = {
  data: memo(DataNode),
  job: memo(JobNode),
  group: memo(GroupNode),
};
