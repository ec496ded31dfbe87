import { ImportPreview } from '@understudy/plugin-ml-common';
import { BoundRecord } from '@understudy/plugin-ml-node';
import { PreparedImport } from '../provider/MlflowImporter';

const MAX_ITEMS = 500;

/** Puts what an import would do into the shape that is shown. */
export function toImportPreview(
  { plan, catalog, held }: PreparedImport,
  providerName: string,
): ImportPreview {
  const planned = new Set(plan.models.map(model => model.entityRef));
  const removed = [...catalog.models.values()]
    .filter(model => model.importedBy === providerName)
    .filter(model => !planned.has(model.entityRef));
  const addedByDecision = plan.models.flatMap(({ records }) =>
    records.filter(isBoundByDecision),
  );
  const lists = {
    models: [
      ...plan.models.map(({ entityRef, records, owner }) => ({
        ref: entityRef,
        record: records[0].record.name,
        change: catalog.models.has(entityRef)
          ? ('keep' as const)
          : ('create' as const),
        owner: owner.owner,
        ownerReason: owner.reason,
      })),
      ...removed.map(({ entityRef, registryName }) => ({
        ref: entityRef,
        record: registryName ?? '',
        change: 'remove' as const,
      })),
    ],
    collisions: plan.collisions,
    folded: plan.models
      .map(({ entityRef, records }) => ({
        ref: entityRef,
        variants: records.filter(one => !isBoundByDecision(one)).length,
      }))
      .filter(({ variants }) => variants > 1),
    bound: [...plan.bound, ...addedByDecision].map(({ record, binding }) => ({
      record: record.name,
      ref: binding.entityRef,
      by: binding.by,
    })),
    ignored: plan.ignored,
    ignoredInIntake: plan.ignoredInIntake,
  };
  return {
    models: lists.models.slice(0, MAX_ITEMS),
    collisions: lists.collisions.slice(0, MAX_ITEMS),
    folded: lists.folded.slice(0, MAX_ITEMS),
    bound: lists.bound.slice(0, MAX_ITEMS),
    ignored: lists.ignored.slice(0, MAX_ITEMS),
    ignoredInIntake: lists.ignoredInIntake.slice(0, MAX_ITEMS),
    ...(held && { held: { before: held.before, after: held.after } }),
    truncated: Object.values(lists).some(list => list.length > MAX_ITEMS),
  };
}

function isBoundByDecision({ binding }: BoundRecord): boolean {
  return binding.by === 'decision';
}
