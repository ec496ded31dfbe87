import { stringifyEntityRef } from '@backstage/catalog-model';
import { toEntityName } from '../entity/toEntityName';
import { RegistryBindingSource } from '../intake/types';
import { BindingRuleFields, CompiledBindingRule, toTerm } from './bindingRules';
import { RegistryRecordRef } from './types';

/**
 * A Model's own word that a record is its: one entry of `spec.registries`.
 *
 * @public
 */
export interface DeclaredBinding extends RegistryRecordRef {
  /** Entity ref of the Model that says so. */
  entityRef: string;
  environment?: string;
  variant?: string;
}

/**
 * Declared bindings by record. Make it with {@link indexDeclaredBindings}.
 *
 * @public
 */
export type DeclaredBindings = ReadonlyMap<string, readonly DeclaredBinding[]>;

/**
 * Which Model a registry record belongs to, and why.
 *
 * @public
 */
export interface RegistryBinding {
  by: RegistryBindingSource;
  /** Entity ref of the Model. */
  entityRef: string;
  /** Namespace of the Model. */
  namespace: string;
  /** Name of the Model, with the case it would be imported with. */
  name: string;
  environment?: string;
  variant?: string;
  /** The pattern of the rule that gave the binding. */
  pattern?: string;
  /** Further Models that declare the same record. They are not bound to it. */
  alsoDeclaredBy?: string[];
}

/**
 * What {@link resolveBinding} goes by.
 *
 * @public
 */
export interface BindingContext {
  declared: DeclaredBindings;
  /**
   * Models that people bound records to in the intake, by
   * {@link registryRecordKey}.
   */
  decided?: ReadonlyMap<string, string>;
  rules: readonly CompiledBindingRule[];
  defaults: {
    /** Namespace of imported Models. */
    namespace: string;
    /** Environment of records of which nothing else is said. */
    environment?: string;
    /**
     * Name of the imported Model of a record. Importers that keep clashing
     * names apart give their own; otherwise {@link toEntityName}.
     */
    entityName?: (record: RegistryRecordRef) => string;
  };
}

/**
 * A key for maps of records; different records have different keys.
 *
 * @public
 */
export function registryRecordKey(record: RegistryRecordRef): string {
  return JSON.stringify([record.server, record.workspace ?? '', record.name]);
}

/**
 * Prepares declared bindings for {@link resolveBinding}. Where several Models
 * declare one record the first by entity ref has it, whatever order they come
 * in.
 *
 * @public
 */
export function indexDeclaredBindings(
  bindings: Iterable<DeclaredBinding>,
): DeclaredBindings {
  const index = new Map<string, DeclaredBinding[]>();
  for (const binding of bindings) {
    const key = registryRecordKey(binding);
    const known = index.get(key);
    if (known) {
      known.push(binding);
    } else {
      index.set(key, [binding]);
    }
  }
  for (const candidates of index.values()) {
    candidates.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }
  return index;
}

/**
 * Finds the Model of a registry record: the one that declares it, else the one
 * that somebody bound it to, else the one that the first fitting rule gives,
 * else the one it is imported as. The same input always gives the same Model,
 * so importers and version sources agree.
 *
 * @public
 */
export function resolveBinding(
  record: RegistryRecordRef,
  context: BindingContext,
): RegistryBinding {
  const { declared, rules, defaults } = context;
  const [owner, ...others] = declared.get(registryRecordKey(record)) ?? [];
  if (owner) {
    return declaredBinding(owner, others, defaults.environment);
  }
  const rule = applyRules(rules, record.name);
  const decided = context.decided?.get(registryRecordKey(record));
  if (decided) {
    return {
      by: 'decision',
      ...partsOfRef(decided),
      environment:
        toTerm(rule?.fields.environment ?? '') || defaults.environment,
      variant: rule?.fields.variant,
    };
  }
  const importedName = () =>
    (defaults.entityName ?? (({ name }) => toEntityName(name)))(record);
  if (rule) {
    const { fields, pattern } = rule;
    return {
      by: 'rule',
      pattern,
      ...modelRef(
        toTerm(fields.namespace ?? '') || defaults.namespace,
        fields.name ? toEntityName(fields.name) : importedName(),
      ),
      environment: toTerm(fields.environment ?? '') || defaults.environment,
      variant: fields.variant,
    };
  }
  return {
    by: 'default',
    ...modelRef(defaults.namespace, importedName()),
    environment: defaults.environment,
  };
}

/** What the first fitting rule says about a record. */
function applyRules(
  rules: readonly CompiledBindingRule[],
  recordName: string,
): { pattern: string; fields: BindingRuleFields } | undefined {
  for (const { pattern, apply } of rules) {
    const fields = apply(recordName);
    if (fields) {
      return { pattern, fields };
    }
  }
  return undefined;
}

function declaredBinding(
  owner: DeclaredBinding,
  others: DeclaredBinding[],
  defaultEnvironment: string | undefined,
): RegistryBinding {
  const alsoDeclaredBy = others
    .map(other => other.entityRef)
    .filter(ref => ref !== owner.entityRef);
  return {
    by: 'declared',
    ...partsOfRef(owner.entityRef),
    environment: owner.environment ?? defaultEnvironment,
    variant: owner.variant,
    ...(alsoDeclaredBy.length > 0 && { alsoDeclaredBy }),
  };
}

/** Of a full entity ref, as everything but people writes them. */
function partsOfRef(entityRef: string) {
  const [, namespace, name] = entityRef.split(/[:/]/);
  return { entityRef, namespace, name };
}

function modelRef(namespace: string, name: string) {
  return {
    namespace,
    name,
    entityRef: stringifyEntityRef({ kind: 'Model', namespace, name }),
  };
}
