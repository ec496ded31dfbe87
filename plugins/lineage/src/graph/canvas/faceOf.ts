import { LineageNode } from '@understudy/plugin-lineage-common';
import { GroupIcon, kindIconOf } from '../../names/kindIcons';
import { NodeName } from '../../names/NodeName';
import { KindText } from '../../names/useKindText';
import { Translate } from '../../translation';
import { OwnerColors } from '../colors/useOwnerColors';
import { Adjacency, neighboursOf } from '../model/adjacency';
import { FanOutGroup } from '../model/groupFanOut';
import { Mark, NodeFace } from './NodeFace';

/** What the faces of a graph are made with. */
export interface FaceTools {
  t: Translate;
  kindText: KindText;
  colorOf: OwnerColors;
  jobColor: string;
  nameOf: (id: string) => NodeName;
  adjacency: Adjacency;
  root: string;
}

const PLAIN = {
  detail: undefined,
  ownerText: undefined,
  mark: undefined,
  quality: undefined,
  dropped: false,
  hiddenUpstream: 0,
  hiddenDownstream: 0,
  root: false,
  selected: false,
  current: false,
  faint: false,
  found: false,
} satisfies Partial<NodeFace>;

/** What a node shows, before the reader has marked anything. */
export function nodeFace(node: LineageNode, tools: FaceTools): NodeFace {
  const { t, colorOf, nameOf, root } = tools;
  const name = nameOf(node.id);
  const { hidden, quality } = node;
  const face: NodeFace = {
    ...PLAIN,
    title: name.title,
    kindText: name.kindText,
    detail: name.detail,
    Icon: name.Icon ?? kindIconOf(name.kind),
    ownerText:
      node.kind === 'job' ? undefined : (name.ownerName ?? t('owner.none')),
    color: node.kind === 'job' ? tools.jobColor : colorOf(name.owner),
    mark: markOf(node, name, t),
    quality,
    dropped: node.droppedAt !== undefined,
    hiddenUpstream: hidden.upstream,
    hiddenDownstream: hidden.downstream,
    root: node.id === root,
    label: '',
  };
  const { ownerText, mark } = face;
  const words = [
    face.title,
    face.kindText,
    ownerText && t('graph.label.owner', { owner: ownerText }),
    mark?.text,
    quality &&
      t('graph.label.quality', {
        passed: String(quality.total - quality.failed),
        total: String(quality.total),
      }),
    face.dropped && t('graph.label.dropped'),
    t('graph.label.around', {
      into: String(neighboursOf(tools.adjacency, node.id, 'upstream').length),
      out: String(neighboursOf(tools.adjacency, node.id, 'downstream').length),
    }),
    hidden.upstream > 0 &&
      t('graph.label.hiddenUpstream', { amount: String(hidden.upstream) }),
    hidden.downstream > 0 &&
      t('graph.label.hiddenDownstream', { amount: String(hidden.downstream) }),
  ];
  return { ...face, label: words.filter(Boolean).join(', ') };
}

/** What several nodes that are drawn as one show. */
export function groupFace(group: FanOutGroup, tools: FaceTools): NodeFace {
  const { t, kindText, colorOf, nameOf } = tools;
  const { members, behind, kind, parent, side } = group;
  const amount = String(members.length);
  const title = kind
    ? t('graph.group.more', { amount, kind: kindText(kind) })
    : t('graph.group.folded', { amount });
  const detail =
    behind.length > 0
      ? t('graph.group.behind', { amount: String(behind.length) })
      : undefined;
  return {
    ...PLAIN,
    title,
    detail,
    kindText: '',
    Icon: GroupIcon,
    color: colorOf(undefined),
    label: t(`graph.group.label.${side}`, {
      title: [title, detail].filter(Boolean).join(', '),
      parent: nameOf(parent).title,
    }),
  };
}

function markOf(
  node: LineageNode,
  { lifecycle }: NodeName,
  t: Translate,
): Mark | undefined {
  if (node.lastRun) {
    const { state } = node.lastRun;
    return { of: 'run', state, text: t(`runs.last.${state}`) };
  }
  return lifecycle
    ? { of: 'lifecycle', lifecycle, text: t('graph.lifecycle', { lifecycle }) }
    : undefined;
}
