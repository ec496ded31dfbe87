import { importAvroSchema } from '../formats/avro/importAvroSchema';
import { canRead } from '../reading/canRead';
import { CaseResult } from './CaseResult';

/** One pair of schemas with the verdict of the Avro project. */
export interface AvroPair {
  test: string;
  line: number;
  reader: unknown;
  writer: unknown;
  compatible: boolean;
  reader_src: string;
  writer_src: string;
}

/** Runs the engine over pairs of the Avro project's own suite. */
export function runAvroReaderWriter(pairs: readonly AvroPair[]): CaseResult[] {
  return pairs.map(pair => {
    const findings = canRead(
      importAvroSchema(pair.reader).port,
      importAvroSchema(pair.writer).port,
      { profile: 'avro' },
    ).filter(({ severity }) => severity === 'error');
    return {
      name: `${pair.test}:${pair.line} ${pair.reader_src} reads ${pair.writer_src}`,
      expected: pair.compatible,
      compatible: findings.length === 0,
      rules: findings.map(({ ruleId }) => ruleId),
    };
  });
}
