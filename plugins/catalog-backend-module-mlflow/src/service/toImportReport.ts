import { ImportPreview } from '../provider/MlflowImporter';
import { ImportReport } from './MlflowImportService';

const MAX_ITEMS = 500;

/** Puts a preview into the shape that is shown. */
export function toImportReport(
  { plan, catalog, held }: ImportPreview,
  providerName: string,
): ImportReport {
  const planned = new Set(plan.models.map(model => model.entityRef));
  const removed = [...catalog.models.values()]
    .filter(model => model.importedBy === providerName)
    .filter(model => !planned.has(model.entityRef));
  const lists = {
    models: [
      ...plan.models.map(({ entityRef, records, owner }) => ({
        ref: entityRef,
        record: records[0].name,
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
      .filter(({ records }) => records.length > 1)
      .map(({ entityRef, records }) => ({
        ref: entityRef,
        variants: records.length,
      })),
    bound: plan.bound.map(({ record, binding }) => ({
      record: record.name,
      ref: binding.entityRef,
      by: binding.by,
    })),
    ignored: plan.ignored,
  };
  return {
    models: lists.models.slice(0, MAX_ITEMS),
    collisions: lists.collisions.slice(0, MAX_ITEMS),
    folded: lists.folded.slice(0, MAX_ITEMS),
    bound: lists.bound.slice(0, MAX_ITEMS),
    ignored: lists.ignored.slice(0, MAX_ITEMS),
    ...(held && { held: { before: held.before, after: held.after } }),
    truncated: Object.values(lists).some(list => list.length > MAX_ITEMS),
  };
}
