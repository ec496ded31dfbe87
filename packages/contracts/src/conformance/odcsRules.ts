import { LossNote } from '../formats/LossNote';
import { CaseResult } from './CaseResult';
import { IsOdcs, OdcsDocument } from './odcs';

/** Whether our rules say of each document what the schema of the version that it names says. */
export function runOdcsRules(
  documents: readonly OdcsDocument[],
  isOdcs: IsOdcs,
  check: (document: unknown) => LossNote[],
): CaseResult[] {
  return documents.map(({ name, document }) => {
    const notes = check(document);
    return {
      name: `rules of ${name}`,
      expected: isOdcs(document, String(document.apiVersion)),
      compatible: notes.length === 0,
      rules: notes.map(({ pointer, message }) => `${pointer} ${message}`),
    };
  });
}
