import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { groupFace, nodeFace } from '../graph/canvas/faceOf';
import { NodeFace } from '../graph/canvas/NodeFace';
import { OwnerColors } from '../graph/colors/useOwnerColors';
import { adjacencyOf } from '../graph/model/adjacency';
import { FlowGraph } from '../graph/model/toFlow';
import { NodeName } from '../names/NodeName';
import { lineageTranslationRef } from '../translation';

/** What the reader has marked, by id of what is drawn. */
export interface Marked {
  selected?: string;
  found: ReadonlySet<string>;
  /** What steps back; nothing when undefined. */
  isFaint?: (id: string) => boolean;
}

/** Says of everything drawn what it shows. */
export function useFaces(
  flow: FlowGraph | undefined,
  options: {
    nameOf: (id: string) => NodeName;
    colorOf: OwnerColors;
    /** Whose connections are shown. */
    environment: string;
    marked: Marked;
  },
): ReadonlyMap<string, NodeFace> {
  const { nameOf, colorOf, environment, marked } = options;
  const { t } = useTranslationRef(lineageTranslationRef);
  // What people look for is data; jobs step back.
  const jobColor = useTheme().palette.text.disabled;

  const plain = useMemo(() => {
    const tools = {
      t,
      colorOf,
      jobColor,
      noOwner: t('owner.none'),
      nameOf,
      environment,
      adjacency: adjacencyOf(flow?.edges ?? []),
      root: flow?.root ?? '',
    };
    return (flow?.nodes ?? []).map(drawn => ({
      id: drawn.id,
      face:
        drawn.shape === 'group'
          ? groupFace(drawn.group, tools)
          : nodeFace(drawn.node, tools),
    }));
  }, [flow, nameOf, colorOf, environment, jobColor, t]);

  return useMemo(() => {
    const { selected, found, isFaint } = marked;
    return new Map(
      plain.map(({ id, face }) => [
        id,
        {
          ...face,
          selected: id === selected,
          found: found.has(id),
          faint: isFaint?.(id) ?? false,
        },
      ]),
    );
  }, [plain, marked]);
}
