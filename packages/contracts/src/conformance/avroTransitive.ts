import { checkCompatibility } from '../comparison/checkCompatibility';
import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { importAvroSchema } from '../formats/avro/importAvroSchema';
import { sha256 } from '../formats/hashing/sha256';
import { CaseResult } from './CaseResult';

/** Verdicts of a schema registry by mode, on schemas that the vectors name. */
export interface AvroTransitiveSuite {
  schemas: Readonly<Record<string, unknown>>;
  vectors: readonly {
    mode: CompatibilityMode;
    new: string;
    previous_oldest_first: readonly string[];
    compatible: boolean;
    why: string;
  }[];
}

/** Runs the engine over vectors for the modes of schema registries. */
export function runAvroTransitive(suite: AvroTransitiveSuite): CaseResult[] {
  return suite.vectors.map(vector => {
    const history = vector.previous_oldest_first;
    const { findings, verdict } = checkCompatibility({
      next: contractOf(suite.schemas[vector.new], history.length + 1),
      history: history.map((name, index) =>
        contractOf(suite.schemas[name], index + 1),
      ),
      mode: vector.mode,
      profile: 'avro',
      digest: sha256,
    });
    const errors = findings.filter(({ severity }) => severity === 'error');
    return {
      name: `${vector.mode} ${vector.new} after ${history.join(', ')}: ${
        vector.why
      }`,
      expected: vector.compatible,
      compatible: verdict !== 'incompatible',
      rules: errors.map(({ ruleId }) => ruleId),
    };
  });
}

/** Each version is a major one, so that only the schemas are judged. */
function contractOf(schema: unknown, major: number): Contract {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: 'suite', version: `${major}.0.0`, status: 'active' },
    spec: {
      subject: 'dataset:default/suite',
      role: 'provider',
      ports: [importAvroSchema(schema).port],
    },
  };
}
