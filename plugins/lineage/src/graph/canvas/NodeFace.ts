import {
  LineageNodeSummary,
  LineageRunState,
} from '@understudy/plugin-lineage-common';
import { Node } from '@xyflow/react';
import { KindIcon } from '../../names/kindIcons';

/** The stage of an entity or the state of a job's last run, drawn as a shape. */
export type Mark =
  | { of: 'run'; state: LineageRunState }
  | { of: 'lifecycle'; lifecycle: string };

/**
 * All that a node shows. Plain values, so that a node whose face is the same is
 * not drawn anew.
 */
export type NodeFace = {
  title: string;
  kindText: string;
  detail?: string;
  Icon: KindIcon;
  /** Nobody is shown as such on data, and left out on jobs and groups. */
  ownerText?: string;
  color: string;
  mark?: Mark;
  quality?: LineageNodeSummary['quality'];
  dropped: boolean;
  /** Where else it was observed than in what is shown, in short; and all of it. */
  badge?: string;
  environments?: string;
  /** Connections that are drawn. */
  into: number;
  out: number;
  hiddenUpstream: number;
  hiddenDownstream: number;
  root: boolean;
  selected: boolean;
  /** Where the keyboard is. */
  current: boolean;
  /** Not of what the reader asked for; still part of the picture. */
  faint: boolean;
  /** Found by the search. */
  found: boolean;
  /** All of it in words; of nodes it is written when they are drawn. */
  label?: string;
};

/** A node as React Flow takes it. */
export type CanvasNode = Node<NodeFace, 'data' | 'job' | 'group'>;

/** Whether two faces show the same. */
export function sameFace(a: NodeFace, b: NodeFace): boolean {
  return (
    (Object.keys(a) as (keyof NodeFace)[]).every(
      key => key === 'mark' || key === 'quality' || Object.is(a[key], b[key]),
    ) &&
    markKey(a.mark) === markKey(b.mark) &&
    a.quality?.failed === b.quality?.failed &&
    a.quality?.total === b.quality?.total
  );
}

function markKey(mark: Mark | undefined): string | undefined {
  return mark?.of === 'run' ? mark.state : mark?.lifecycle;
}
