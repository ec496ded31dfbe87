import { IoFacts, OutputFacts } from '../facts';
import { earlierText, latest, laterText } from '../stamps';

export function mergeInput(a: IoFacts | undefined, b: IoFacts): IoFacts {
  if (!a) {
    return b;
  }
  const merged: IoFacts = {
    first: earlierText(a.first, b.first),
    last: laterText(a.last, b.last),
  };
  const version = latest(a.version, b.version);
  if (version) {
    merged.version = version;
  }
  return merged;
}

export function mergeOutput(
  a: OutputFacts | undefined,
  b: OutputFacts,
): OutputFacts {
  if (!a) {
    return b;
  }
  const merged: OutputFacts = mergeInput(a, b);
  const lineage = latest(a.lineage, b.lineage);
  if (lineage) {
    merged.lineage = lineage;
  }
  const columns = latest(a.columns, b.columns);
  if (columns) {
    merged.columns = columns;
  }
  return merged;
}
