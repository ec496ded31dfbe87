import type { EvidenceAddition } from '@understudy/plugin-ml-common';
import { generateVersion } from '../generate/generateVersion';
import { RecordDefinition } from '../generate/types';
import { EvidenceDefinition } from './EvidenceDefinition';
import { generateEvidence } from './generateEvidence';

/** Evidence that a role adds to a version. */
export interface EvidenceStep {
  /** Entity ref of the model. */
  model: string;
  /** Label of the version. */
  version: string;
  role: string;
  addition: EvidenceAddition;
}

/** Everything that is added to versions of the sample organisation. */
export function sampleEvidence(
  definitions: readonly EvidenceDefinition[],
  records: readonly RecordDefinition[],
): EvidenceStep[] {
  return definitions.flatMap(definition => {
    const record = records.find(({ name }) => name === definition.record);
    if (!record) {
      throw new Error(`No sample record '${definition.record}'`);
    }
    return definition.versions.map(number => ({
      model: definition.model,
      version: String(number),
      role: definition.role,
      addition: generateEvidence(definition, generateVersion(record, number)),
    }));
  });
}
