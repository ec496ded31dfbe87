import { LineageRunState } from '@understudy/plugin-lineage-common';
import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCircleFill,
  RiFlaskLine,
  RiIndeterminateCircleLine,
  RiPlayCircleLine,
  RiQuestionLine,
  RiSpamFill,
  RiSquareLine,
} from '@remixicon/react';
import { Mark } from './NodeFace';

type Tone = 'good' | 'bad' | 'busy' | 'doubtful' | 'plain';

interface Shape {
  Icon: RemixiconComponentType;
  tone: Tone;
}

// Outlines that differ without colour: disc with a tick, octagon, ring with a
// triangle, ring with a dash, ring with a question mark.
const RUN_SHAPES: Record<LineageRunState, Shape> = {
  complete: { Icon: RiCheckboxCircleFill, tone: 'good' },
  failed: { Icon: RiSpamFill, tone: 'bad' },
  running: { Icon: RiPlayCircleLine, tone: 'busy' },
  aborted: { Icon: RiIndeterminateCircleLine, tone: 'doubtful' },
  unknown: { Icon: RiQuestionLine, tone: 'plain' },
};

// A disc, a flask, a triangle; a square for what the portal calls otherwise.
const LIFECYCLE_SHAPES: Readonly<Record<string, Shape>> = {
  production: { Icon: RiCircleFill, tone: 'good' },
  experimental: { Icon: RiFlaskLine, tone: 'busy' },
  deprecated: { Icon: RiAlertFill, tone: 'doubtful' },
};
const OTHER_SHAPE: Shape = { Icon: RiSquareLine, tone: 'plain' };

function shapeOf(mark: Mark): Shape {
  if (mark.of === 'run') {
    return RUN_SHAPES[mark.state];
  }
  return Object.hasOwn(LIFECYCLE_SHAPES, mark.lifecycle)
    ? LIFECYCLE_SHAPES[mark.lifecycle]
    : OTHER_SHAPE;
}

/** Draws a stage or the state of a run, with its words for who points at it. */
export function MarkShape(props: {
  mark: Mark;
  /** Its words, where they do not stand beside it. */
  text?: string;
  classes: Record<Tone, string>;
}) {
  const { mark, text, classes } = props;
  const { Icon, tone } = shapeOf(mark);
  return (
    <span title={text} className={classes[tone]}>
      <Icon size={14} aria-hidden />
    </span>
  );
}
