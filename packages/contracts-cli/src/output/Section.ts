import {
  CompatibilityReport,
  CompatibilityVerdict,
  ConsumerReport,
  Finding,
  LossNote,
} from '@understudy/contracts';
import { LoadedContract } from '../documents/readContract';
import { SourcePlace } from '../documents/SourceDocument';

/** Where a finding is shown. */
export interface FilePlace extends SourcePlace {
  path: string;
}

/** A finding with the lines that it is about. */
export interface PlacedFinding {
  finding: Finding;
  /** In the contract that is judged, which is the file that a change is made in. */
  place: FilePlace;
  /** In the older contract, or in that of the consumer, when the thing is there. */
  other?: FilePlace;
}

/** What is wrong with a document that is read all the same. */
export interface PlacedNote extends LossNote {
  /** It says something against the standard that it names, or has nothing to be judged. */
  kind: 'against-standard' | 'nothing-to-judge';
  place: FilePlace;
}

/** One part of an answer: against the versions before, for one consumer, by the conventions. */
export interface Section {
  title: string;
  verdict: CompatibilityVerdict;
  findings: PlacedFinding[];
  /** Sentences on what follows from it all. */
  advice: string[];
  report?: CompatibilityReport | ConsumerReport;
}

/** A document of ODCS may have none, and its contract has no ports then. */
const NO_SCHEMA = 'NO_SCHEMA';

/** The notes on all documents that were read, each document once, by the lines. */
export function placeNotes(documents: readonly LoadedContract[]): PlacedNote[] {
  const byPath = new Map(documents.map(document => [document.path, document]));
  return [...byPath.values()].flatMap(({ path, broken, lossy, locateSource }) =>
    [
      ...broken.map(note => ({ ...note, kind: 'against-standard' as const })),
      ...lossy
        .filter(({ code }) => code === NO_SCHEMA)
        .map(note => ({ ...note, kind: 'nothing-to-judge' as const })),
    ]
      .map(note => ({
        ...note,
        place: { path, ...locateSource(note.pointer) },
      }))
      .sort(
        ({ place: one }, { place: other }) =>
          one.line - other.line || one.column - other.column,
      ),
  );
}

/** Finds the lines that a finding is about. */
export function placeFinding(
  finding: Finding,
  judged: LoadedContract,
  other: LoadedContract | undefined,
): PlacedFinding {
  if (finding.pointsInto === 'new' || !other) {
    const pointer = finding.pointsInto === 'new' ? finding.pointer : '';
    return { finding, place: placeOf(judged, pointer) };
  }
  return {
    finding,
    place: placeOf(judged, portPointer(judged, finding.port)),
    other: placeOf(other, finding.pointer),
  };
}

function placeOf(contract: LoadedContract, pointer: string): FilePlace {
  return { path: contract.path, ...contract.locate(pointer) };
}

/** What is gone is shown at the port that it is gone from. */
function portPointer({ contract }: LoadedContract, port: string): string {
  const index = contract.spec.ports.findIndex(({ name }) => name === port);
  return index < 0 ? '' : `/spec/ports/${index}`;
}
