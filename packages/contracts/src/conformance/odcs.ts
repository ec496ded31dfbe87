import { canonicalJson } from '../canonical/canonicalJson';
import { exportOdcs } from '../formats/odcs/exportOdcs';
import { importOdcs } from '../formats/odcs/importOdcs';
import { validateContract } from '../validation/validateContract';
import { CaseResult } from './CaseResult';

/** A document of ODCS by the name of its file. */
export interface OdcsDocument {
  name: string;
  document: Readonly<Record<string, unknown>>;
}

/** Whether a document is what a version of the standard, such as `v3.1.0`, asks for. */
export type IsOdcs = (document: unknown, version: string) => boolean;

/**
 * Imports documents and exports them again. A case passes when the contract is
 * valid, the export says all that the document said, 3.1 takes it, and the notes
 * tell the documents that break the version which they name from those that do not.
 */
export function runOdcs(
  documents: readonly OdcsDocument[],
  isOdcs: IsOdcs,
): CaseResult[] {
  return documents.map(({ name, document }) => {
    const { contract, lossy } = importOdcs(document);
    const exported = exportOdcs(contract).document;
    const wanted = { ...document, apiVersion: 'v3.1.0' };
    const broken = lossy.some(({ code }) => code === 'NEWER_THAN_ITS_VERSION');
    const failures = [
      ...validateContract(contract).problems.map(({ message }) => message),
      ...(canonicalJson(exported) === canonicalJson(wanted)
        ? []
        : ['exported as another document']),
      ...(isOdcs(exported, 'v3.1.0') ? [] : ['exported as no ODCS 3.1']),
      ...(isOdcs(document, String(document.apiVersion)) === broken
        ? ['notes do not tell whether it is what it says']
        : []),
    ];
    return {
      name,
      expected: true,
      compatible: failures.length === 0,
      rules: failures,
    };
  });
}
