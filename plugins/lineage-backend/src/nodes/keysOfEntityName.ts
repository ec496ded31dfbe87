import { NameRules } from '../names/NameRules';
import { EventName } from '../names/types';
import { namespaceKeyOf, nodeKeyOf } from './nodeKey';

/** The keys under which the name of an entity is kept: those of its usual spelling. */
export function keysOfEntityName(
  { isPattern, ...name }: EventName & { isPattern: boolean },
  rules: NameRules,
): { node_key: string; pattern_namespace_key: string | null } {
  // Of a pattern only the namespace has a spelling.
  const { namespace, name: text } = rules.spell(
    isPattern ? { ...name, name: '' } : name,
  );
  return {
    node_key: nodeKeyOf(name.kind, namespace, isPattern ? name.name : text),
    pattern_namespace_key: isPattern ? namespaceKeyOf(namespace) : null,
  };
}
