import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import {
  EntityPresentationApi,
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { LineageNodeSummary } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { kindWord } from '../graph/model/kindWord';
import { stepOutput } from '../graph/model/stepOutput';
import { lineageTranslationRef, Translate } from '../translation';
import { KindText, useKindText } from './useKindText';
import { NodeName } from './NodeName';
import { ownerOf } from './ownerOf';
import { systemOf } from './systemOf';
import { titleOf } from './titleOf';
import { useEntities } from './useEntities';

/** Names of nodes, which get better as the catalog answers. */
export interface NodeNames {
  /** Of a node of the graph; a bare one for any other. */
  of(id: string): NodeName;
  /** Owners of the nodes by entity ref, those of most first. */
  owners: readonly string[];
  ownerName(owner: string): string;
  systemName(system: string): string;
  loading: boolean;
  error?: ErrorLike;
  reload(): void;
}

type NamedNode = Pick<
  LineageNodeSummary,
  'id' | 'kind' | 'entityRef' | 'namespace' | 'name' | 'type' | 'owners'
>;

/**
 * Titles, kinds, owners and systems of nodes. What the graph says itself is there at
 * once, and whom events name as owners of what is no entity is read at once, too;
 * entities are read with one request, their owners and systems with another.
 */
export function useNodeNames(nodes: readonly NamedNode[]): NodeNames {
  const { t } = useTranslationRef(lineageTranslationRef);
  const kindText = useKindText();
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const refs = useMemo(
    () => nodes.flatMap(({ entityRef }) => entityRef ?? []),
    [nodes],
  );
  const known = useEntities(refs);
  const around = useMemo(() => {
    const named = refs.flatMap(ref => {
      const entity = known.entities.get(ref);
      return entity ? [ownerOf(entity), systemOf(entity)] : [];
    });
    const stated = nodes.flatMap(node => statedOwners(node));
    return [...new Set([...named.filter(ref => ref !== undefined), ...stated])];
  }, [nodes, refs, known.entities]);
  const knownAround = useEntities(around);

  const names = useMemo(() => {
    const titles = new Map(
      around.map(ref => [
        ref,
        titleOf(ref, knownAround.entities.get(ref), presentation),
      ]),
    );
    const nameOfRef = (ref: string) =>
      titles.get(ref) ?? titleOf(ref, undefined);
    const byId = new Map(
      nodes.map(node => [
        node.id,
        nameOf(node, known.entities, {
          t,
          kindText,
          // A sender may mean somebody whom the catalog does not know.
          isKnown: ref => knownAround.entities.has(ref),
          ownerName: nameOfRef,
          presentation,
        }),
      ]),
    );
    return {
      owners: byCount(nodes.flatMap(({ id }) => byId.get(id)?.owner ?? [])),
      ownerName: nameOfRef,
      systemName: nameOfRef,
      of: (id: string): NodeName =>
        byId.get(id) ?? { title: id, kind: '', kindText: t('kinds.unknown') },
    };
  }, [
    nodes,
    around,
    known.entities,
    knownAround.entities,
    kindText,
    presentation,
    t,
  ]);

  return {
    ...names,
    loading: known.loading || knownAround.loading,
    error: known.error ?? knownAround.error,
    reload: () => {
      known.reload();
      knownAround.reload();
    },
  };
}

function nameOf(
  node: NamedNode,
  entities: ReadonlyMap<string, Entity>,
  tools: {
    t: Translate;
    kindText: KindText;
    isKnown: (owner: string) => boolean;
    ownerName: (owner: string) => string;
    presentation?: EntityPresentationApi;
  },
): NodeName {
  const { t, kindText, ownerName, presentation } = tools;
  const kind = kindWord(node);
  if (!node.entityRef) {
    const output = stepOutput(node.id);
    const owner = statedOwners(node).find(tools.isKnown);
    return {
      owner,
      ownerName: owner && ownerName(owner),
      title: node.name ?? node.id,
      kind,
      kindText: kindText(kind, node.type),
      detail: output ? t('kinds.step', { output }) : node.namespace,
    };
  }
  const entity = entities.get(node.entityRef);
  const { namespace } = parseEntityRef(node.entityRef);
  const title = titleOf(node.entityRef, entity, presentation);
  const ownerRef = entity && ownerOf(entity);
  return {
    title,
    kind,
    kindText: kindText(kind, node.type ?? text(entity?.spec?.type)),
    // Titles made of names say it already.
    detail:
      namespace === DEFAULT_NAMESPACE || title.includes(namespace)
        ? undefined
        : namespace,
    Icon: entity && iconOf(entity, presentation),
    owner: ownerRef,
    ownerName: ownerRef && ownerName(ownerRef),
    system: entity && systemOf(entity),
    lifecycle: text(entity?.spec?.lifecycle),
    description: entity?.metadata.description,
  };
}

/** Whom a node names as owners; whose an entity is, the catalog says. */
function statedOwners({ entityRef, owners = [] }: NamedNode) {
  return entityRef === undefined ? owners : [];
}

/** Each once, what is there most often first. */
function byCount(refs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  refs.forEach(ref => counts.set(ref, (counts.get(ref) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([ref]) => ref);
}

function iconOf(entity: Entity, presentation?: EntityPresentationApi) {
  const { Icon } = entityPresentationSnapshot(entity, undefined, presentation);
  return Icon === false ? undefined : Icon;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
