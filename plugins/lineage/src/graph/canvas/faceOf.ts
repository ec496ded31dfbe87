import { LineageNode } from '@understudy/plugin-lineage-common';
import { GroupIcon, kindIconOf } from '../../names/kindIcons';
import { NodeName } from '../../names/NodeName';
import { manyOfKind } from '../../names/useKindText';
import { Translate } from '../../translation';
import { OwnerColors } from '../colors/useOwnerColors';
import { Adjacency, neighboursOf } from '../model/adjacency';
import { FanOutGroup } from '../model/groupFanOut';
import { environmentText } from './environmentText';
import { Mark, NodeFace } from './NodeFace';

/** What the faces of a graph are made with. */
export interface FaceTools {
  t: Translate;
  colorOf: OwnerColors;
  jobColor: string;
  /** What is said of things that nobody owns. */
  noOwner: string;
  nameOf: (id: string) => NodeName;
  /** Whose connections are shown. */
  environment: string;
  adjacency: Adjacency;
  root: string;
}

/** A face that says nothing yet. */
export const PLAIN_FACE = {
  detail: undefined,
  ownerText: undefined,
  mark: undefined,
  quality: undefined,
  dropped: false,
  badge: undefined,
  environments: undefined,
  into: 0,
  out: 0,
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
  const { colorOf, jobColor, nameOf, adjacency } = tools;
  const name = nameOf(node.id);
  const isJob = node.kind === 'job';
  const where = environmentText(node.environments, tools.environment);
  return {
    ...PLAIN_FACE,
    title: name.title,
    kindText: name.kindText,
    detail: name.detail,
    Icon: name.Icon ?? kindIconOf(name.kind),
    ownerText: isJob ? undefined : (name.ownerName ?? tools.noOwner),
    color: isJob ? jobColor : colorOf(name.owner),
    mark: markOf(node, name),
    quality: node.quality,
    dropped: node.droppedAt !== undefined,
    badge: where?.badge,
    environments: where?.all,
    into: neighboursOf(adjacency, node.id, 'upstream').length,
    out: neighboursOf(adjacency, node.id, 'downstream').length,
    hiddenUpstream: node.hidden.upstream,
    hiddenDownstream: node.hidden.downstream,
    root: node.id === tools.root,
  };
}

/** What several nodes that are drawn as one show. */
export function groupFace(group: FanOutGroup, tools: FaceTools): NodeFace {
  const { t, colorOf, nameOf } = tools;
  const { members, behind, kind, parent, side } = group;
  const amount = String(members.length);
  const title = kind
    ? t('graph.group.more', { amount, kind: manyOfKind(kind, t) })
    : t('graph.group.folded', { amount });
  const detail =
    behind.length > 0
      ? t('graph.group.behind', { amount: String(behind.length) })
      : undefined;
  return {
    ...PLAIN_FACE,
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

function markOf(node: LineageNode, { lifecycle }: NodeName): Mark | undefined {
  if (node.lastRun) {
    return { of: 'run', state: node.lastRun.state };
  }
  return lifecycle ? { of: 'lifecycle', lifecycle } : undefined;
}
