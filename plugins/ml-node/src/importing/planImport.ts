import {
  KeptIntakeDecision,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import {
  bindRecords,
  groupByModel,
  ignoredBecause,
  RecordGroup,
} from './bindRecords';
import { CatalogKnowledge } from './CatalogKnowledge';
import { findCollisions } from './findCollisions';
import { findOwner } from './findOwner';
import {
  BoundRecord,
  ImportPlan,
  KnownRecord,
  ListedRecord,
  PlannedModel,
} from './ImportPlan';
import { ImportRules } from './ImportRules';
import { DecisionIndex, indexDecisions } from './indexDecisions';
import { mergeRecords } from './mergeRecords';
import { groupGoneSince, toModelEntity } from './toModelEntity';

/**
 * What {@link planImport} goes by.
 *
 * @public
 */
export interface PlanImportOptions {
  rules: ImportRules;
  /** Name of the entity provider that emits the Models. */
  providerName: string;
  /** A complete read of the server. */
  read: readonly ListedRecord[];
  /** What former imports knew. */
  known: readonly KnownRecord[];
  catalog: CatalogKnowledge;
  /** What was decided about records of the server in the intake. */
  decisions: readonly KeptIntakeDecision[];
  now: Date;
}

/**
 * Works out what the import of a server comes down to. Pure: the same records,
 * catalog, decisions and time always give the same plan.
 *
 * @public
 */
export function planImport(options: PlanImportOptions): ImportPlan {
  const { rules, providerName, read, known, catalog, now } = options;
  const { server } = rules;
  const decisions = indexDecisions(options.decisions);
  const { records, dropped } = mergeRecords(known, read, now.toISOString());
  const matchesIgnore = ({ name }: KnownRecord) =>
    rules.ignore.some(pattern => pattern.match(name));
  const bindings = bindRecords(
    records.filter(record => !matchesIgnore(record)),
    { rules, providerName, catalog, decisions },
  );
  const reasons = new Map<string, string>();
  for (const one of bindings) {
    const reason = ignoredBecause(one, { server, decisions });
    if (reason !== undefined) {
      reasons.set(one.record.name, reason);
    }
  }
  const isShown = (record: KnownRecord) =>
    !matchesIgnore(record) && !reasons.has(record.name);
  const shown = bindings.filter(({ record }) => isShown(record));

  const others = new Map(
    [...catalog.models].filter(([, m]) => m.importedBy !== providerName),
  );
  const kept = shown.filter(({ record }) => isKept(record, rules, now));
  const isEmitted = ({ binding }: BoundRecord) =>
    binding.by !== 'declared' && !others.has(binding.entityRef);
  const models = groupByModel(kept.filter(isEmitted)).map(group =>
    toPlannedModel(group, { rules, providerName, catalog, decisions }),
  );
  const bound = shown.filter(one => !isEmitted(one) && !one.record.goneSince);

  const refs = new Map(
    shown.map(({ record, binding }) => [record.name, binding.entityRef]),
  );
  const live = records.filter(record => !record.goneSince);
  const ignored = live.filter(matchesIgnore).map(record => record.name);
  const ignoredInIntake = live.flatMap(({ name }) => {
    const reason = reasons.get(name);
    return reason === undefined ? [] : [{ record: name, reason }];
  });
  return {
    models,
    bound,
    ignored,
    ignoredInIntake,
    collisions: findCollisions(kept),
    records: records.map(record => ({
      ...record,
      entityRef: refs.get(record.name),
    })),
    dropped: dropped.filter(isShown),
    before: known.filter(record => !record.goneSince && isShown(record)).length,
    counts: {
      records: live.length,
      prompts: live.filter(record => record.kind === 'prompt').length,
      bound: bound.length,
      ignored: ignored.length + ignoredInIntake.length,
      imported: models.length,
      gone: models.filter(({ records: own }) => groupGoneSince(own)).length,
      withoutOwner: models.filter(model => !model.owner.owner).length,
    },
  };
}

function isKept(
  { goneSince }: KnownRecord,
  { keepGoneForMs }: ImportRules,
  now: Date,
): boolean {
  return !goneSince || now.getTime() - Date.parse(goneSince) < keepGoneForMs;
}

function toPlannedModel(
  group: RecordGroup,
  options: {
    rules: ImportRules;
    providerName: string;
    catalog: CatalogKnowledge;
    decisions: DecisionIndex;
  },
): PlannedModel {
  const { rules, providerName, catalog, decisions } = options;
  const owner = findOwner(
    group.map(({ record }) => record),
    {
      ...rules,
      groups: catalog.groups,
      claims: group.flatMap(
        ({ record: { name } }) =>
          decisions.claims.get(
            registryRecordKey({ server: rules.server, name }),
          ) ?? [],
      ),
    },
  );
  return {
    entityRef: group[0].binding.entityRef,
    records: group,
    owner,
    entity: toModelEntity(group, { rules, providerName, owner }),
  };
}
