import {
  EvidenceOrigin,
  VersionProvenance,
} from '@understudy/plugin-ml-common';
import { additionLimits } from './evidenceLimits';
import { provenanceParts } from './provenanceSchema';

type Provenance = Omit<VersionProvenance, keyof EvidenceOrigin>;

/**
 * What can be kept of the provenance that a registry tells: the data that are
 * too many are cut, and a part that nobody could have added by hand, such as a
 * commit that is no hash, is left out. Undefined when nothing is left.
 */
export function readableProvenance(
  told: Provenance | undefined,
): Provenance | undefined {
  if (!told) {
    return undefined;
  }
  const bounded = { ...told, data: told.data?.slice(0, additionLimits.data) };
  const kept = Object.entries(provenanceParts).flatMap(([part, schema]) => {
    const result = schema.safeParse(Reflect.get(bounded, part));
    return result.success && result.data !== undefined
      ? [[part, result.data]]
      : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
