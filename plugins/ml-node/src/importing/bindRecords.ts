import {
  indexDeclaredBindings,
  registryRecordKey,
  resolveBinding,
  toEntityNames,
} from '@understudy/plugin-ml-common';
import { CatalogKnowledge } from './CatalogKnowledge';
import { BoundRecord, KnownRecord } from './ImportPlan';
import { ImportRules } from './ImportRules';
import { DecisionIndex } from './indexDecisions';

/**
 * Finds the Model of each record. Models that the importer itself made declare
 * nothing of their own: they only repeat what it found before.
 */
export function bindRecords(
  records: readonly KnownRecord[],
  options: {
    rules: ImportRules;
    providerName: string;
    catalog: CatalogKnowledge;
    decisions: DecisionIndex;
  },
): BoundRecord[] {
  const { rules, providerName, catalog, decisions } = options;
  // Of all records, also of those that were ignored or bound by decision: what
  // is decided about one must not rename the Model of another.
  const names = toEntityNames(records.map(record => record.name));
  const declared = indexDeclaredBindings(
    [...catalog.models.values()]
      .filter(model => model.importedBy !== providerName)
      .flatMap(model => model.declared),
  );
  return records.map((record, index) => ({
    record,
    binding: resolveBinding(
      { server: rules.server, name: record.name },
      {
        declared,
        decided: decisions.bound,
        rules: rules.rules,
        defaults: {
          namespace: rules.namespace,
          environment: rules.environment,
          entityName: () => names[index],
        },
      },
    ),
  }));
}

/** Why a record is left alone, where somebody decided so. */
export function ignoredBecause(
  { record, binding }: BoundRecord,
  options: { server: string; decisions: DecisionIndex },
): string | undefined {
  return binding.by === 'declared'
    ? undefined
    : options.decisions.ignored.get(
        registryRecordKey({ server: options.server, name: record.name }),
      );
}

/** A Model and its records, its own and live ones first. */
export type RecordGroup = [BoundRecord, ...BoundRecord[]];

/** Puts records of one Model together. */
export function groupByModel(bound: readonly BoundRecord[]): RecordGroup[] {
  const groups = new Map<string, RecordGroup>();
  for (const one of bound) {
    const group = groups.get(one.binding.entityRef);
    if (group) {
      group.push(one);
    } else {
      groups.set(one.binding.entityRef, [one]);
    }
  }
  // What a Model says of itself comes from its own records, and of these from
  // one that is still there.
  return [...groups.values()].map(group =>
    group.sort((a, b) => distance(a) - distance(b)),
  );
}

function distance({ record, binding }: BoundRecord): number {
  return (binding.by === 'decision' ? 2 : 0) + (record.goneSince ? 1 : 0);
}
