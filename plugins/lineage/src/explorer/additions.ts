import { ErrorLike } from '@backstage/errors';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { mergeGraphs } from '../graph/model/mergeGraphs';
import { AddedPart, writePart } from './parts';

/** What came of asking for a part: the neighbours, or why they are not known. */
export type Answer =
  | { graph: LineageGraph; error?: undefined }
  | { graph?: undefined; error: ErrorLike };

/** What was answered, by the text of the part. */
export type Answers = ReadonlyMap<string, Answer>;

/**
 * A graph with what the reader has added, one part after the other, and what of
 * that is still to be asked for. A part of a node that is not there by then is
 * passed over: it may be gone, or what led to it.
 */
export function withAdditions(
  base: LineageGraph,
  parts: readonly AddedPart[],
  answers: Answers,
): { graph: LineageGraph; missing: AddedPart[]; error?: ErrorLike } {
  let graph = base;
  let error: ErrorLike | undefined;
  const missing: AddedPart[] = [];
  for (const part of parts) {
    const node = graph.nodes.find(({ id }) => id === part.id);
    const answer = answers.get(writePart(part));
    if (node && answer?.graph) {
      graph = mergeGraphs(graph, answer.graph);
    } else if (node && answer) {
      error ??= answer.error;
    } else if (node && node.hidden[part.side] > 0) {
      missing.push(part);
    }
  }
  return { graph, missing, error };
}

/**
 * Asks for all that is missing: at once for parts of what is there, then for
 * those of what these have brought. Gives all answers, those that are known
 * already among them.
 */
export async function askForAdditions(
  base: LineageGraph,
  parts: readonly AddedPart[],
  options: { known: Answers; ask: (part: AddedPart) => Promise<Answer> },
): Promise<Answers> {
  const answers = new Map(options.known);
  for (;;) {
    const { missing } = withAdditions(base, parts, answers);
    if (missing.length === 0) {
      return answers;
    }
    const found = await Promise.all(missing.map(options.ask));
    missing.forEach((part, index) =>
      answers.set(writePart(part), found[index]),
    );
  }
}
