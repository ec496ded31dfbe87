import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { RiInputField, RiTable2 } from '@remixicon/react';
import { useMemo } from 'react';
import { PLAIN_FACE } from '../graph/canvas/faceOf';
import { NodeFace } from '../graph/canvas/NodeFace';
import { useOwnerColors } from '../graph/colors/useOwnerColors';
import { adjacencyOf, neighboursOf } from '../graph/model/adjacency';
import { NodeNames } from '../names/useNodeNames';
import { lineageTranslationRef } from '../translation';
import { FieldFlow } from './fieldFlow';

/** Says of every field that is drawn whose it is, and of what. */
export function useFieldFaces(
  flow: FieldFlow | undefined,
  names: NodeNames,
): ReadonlyMap<string, NodeFace> {
  const { t } = useTranslationRef(lineageTranslationRef);
  const colorOf = useOwnerColors(names.owners);
  const nameOf = names.of;
  return useMemo(() => {
    const adjacency = adjacencyOf(flow?.edges ?? []);
    return new Map(
      [...(flow?.fieldOf ?? [])].map(([id, { node, field }]) => {
        const { title, owner, ownerName } = nameOf(node);
        const kind = flow?.indirect.has(id)
          ? 'trace.faceIndirect'
          : 'trace.face';
        const face: NodeFace = {
          ...PLAIN_FACE,
          title: field ?? t('trace.whole'),
          kindText: t(field === undefined ? 'trace.faceWhole' : kind, {
            dataset: title,
          }),
          Icon: field === undefined ? RiTable2 : RiInputField,
          ownerText: ownerName ?? t('owner.none'),
          color: colorOf(owner),
          into: neighboursOf(adjacency, id, 'upstream').length,
          out: neighboursOf(adjacency, id, 'downstream').length,
          root: flow?.asked.has(id) ?? false,
        };
        return [id, face];
      }),
    );
  }, [flow, nameOf, colorOf, t]);
}
