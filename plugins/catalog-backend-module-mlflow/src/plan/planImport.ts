import { MlflowRecord } from '@understudy/mlflow-client';
import {
  indexDeclaredBindings,
  RegistryBinding,
  resolveBinding,
  toEntityNames,
} from '@understudy/plugin-ml-common';
import { CatalogKnowledge, CatalogModel } from '../catalog/CatalogKnowledge';
import { MlflowImportConfig } from '../config/MlflowImportConfig';
import { findCollisions } from './findCollisions';
import { guessOwner } from './guessOwner';
import {
  BoundRecord,
  ImportPlan,
  KnownRecord,
  PlannedModel,
} from './ImportPlan';
import { mergeRecords } from './mergeRecords';
import { groupGoneSince, toModelEntity } from './toModelEntity';

/**
 * Works out what the import of a server comes down to. Pure: the same records,
 * catalog and time always give the same plan.
 */
export function planImport(options: {
  config: MlflowImportConfig;
  providerName: string;
  /** A complete read of the server. */
  read: readonly MlflowRecord[];
  known: readonly KnownRecord[];
  catalog: CatalogKnowledge;
  now: Date;
}): ImportPlan {
  const { config, providerName, read, known, catalog, now } = options;
  const { records, dropped } = mergeRecords(known, read, now.toISOString());
  const isIgnored = ({ name }: KnownRecord) =>
    config.ignore.some(pattern => pattern.match(name));
  const shown = records.filter(record => !isIgnored(record));
  const bindings = bindRecords(shown, options);

  const others = new Map(
    [...catalog.models].filter(([, m]) => m.importedBy !== providerName),
  );
  const kept = bindings.filter(({ record }) => isKept(record, config, now));
  const isEmitted = ({ binding }: BoundRecord) =>
    binding.by !== 'declared' && !others.has(binding.entityRef);
  const models = groupByModel(kept.filter(isEmitted)).map(group =>
    toPlannedModel(group, options),
  );
  const bound = bindings.filter(
    one => !isEmitted(one) && !one.record.goneSince,
  );

  const refs = new Map(
    bindings.map(({ record, binding }) => [record.name, binding.entityRef]),
  );
  const live = records.filter(record => !record.goneSince);
  const ignored = live.filter(isIgnored).map(record => record.name);
  return {
    models,
    bound,
    ignored,
    collisions: findCollisions(kept),
    records: records.map(record => ({
      ...record,
      entityRef: refs.get(record.name),
    })),
    dropped: dropped.filter(record => !isIgnored(record)),
    before: known.filter(record => !record.goneSince && !isIgnored(record))
      .length,
    counts: {
      records: live.length,
      prompts: live.filter(record => record.kind === 'prompt').length,
      bound: bound.length,
      ignored: ignored.length,
      imported: models.length,
      gone: models.filter(model => groupGoneSince(model.records)).length,
      withoutOwner: models.filter(model => !model.owner.owner).length,
    },
  };
}

function bindRecords(
  records: readonly KnownRecord[],
  options: {
    config: MlflowImportConfig;
    providerName: string;
    catalog: CatalogKnowledge;
  },
): BoundRecord[] {
  const { config, providerName, catalog } = options;
  const { server, rules, namespace, environment } = config;
  const names = records.map(record => record.name);
  const entityNames = toEntityNames(names);
  const nameOf = new Map(names.map((name, i) => [name, entityNames[i]]));
  const declared = indexDeclaredBindings(
    [...catalog.models.values()]
      .filter((model: CatalogModel) => model.importedBy !== providerName)
      .flatMap(model => model.declared),
  );
  return records.map(record => ({
    record,
    binding: resolveBinding(
      { server: server.id, name: record.name },
      {
        declared,
        rules,
        defaults: {
          namespace,
          environment,
          entityName: ({ name }) => nameOf.get(name)!,
        },
      },
    ),
  }));
}

function isKept(
  { goneSince }: KnownRecord,
  { keepGoneForMs }: MlflowImportConfig,
  now: Date,
): boolean {
  return !goneSince || now.getTime() - Date.parse(goneSince) < keepGoneForMs;
}

type Group = [BoundRecord, ...BoundRecord[]];

function groupByModel(bound: readonly BoundRecord[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of bound) {
    const group = groups.get(one.binding.entityRef);
    if (group) {
      group.push(one);
    } else {
      groups.set(one.binding.entityRef, [one]);
    }
  }
  return [...groups.values()].map(withLiveFirst);
}

/** What a Model says of itself comes from a record that is still there. */
function withLiveFirst(group: Group): Group {
  const live = group.findIndex(({ record }) => !record.goneSince);
  if (live > 0) {
    const [first] = group.splice(live, 1);
    group.unshift(first);
  }
  return group;
}

function toPlannedModel(
  group: Group,
  options: {
    config: MlflowImportConfig;
    providerName: string;
    catalog: CatalogKnowledge;
  },
): PlannedModel {
  const { config, providerName, catalog } = options;
  const records = group.map(({ record }) => record);
  const owner = guessOwner(records, { ...config, groups: catalog.groups });
  const { entityRef }: RegistryBinding = group[0].binding;
  return {
    entityRef,
    records,
    owner,
    entity: toModelEntity(group, {
      server: config.server,
      providerName,
      owner,
    }),
  };
}
