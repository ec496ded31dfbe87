/** What is asked of the nodes of a graph that is shown already. */
export interface NodeFilter {
  /** Entity refs of owners; `''` stands for what nobody owns. None: all. */
  owners?: readonly string[];
  /** Entity refs of systems; `''` stands for what is in none. None: all. */
  systems?: readonly string[];
  /** `''` stands for what has none. None: all. */
  stages?: readonly string[];
  /** Part of a name, whatever its case. */
  text?: string;
}

/** What a node is searched by. */
export interface Searchable {
  id: string;
  owner?: string;
  system?: string;
  stage?: string;
  /** All that it is called. */
  words?: readonly string[];
}

/**
 * The ids of the nodes that fit all that is asked. Nothing is cut out of the graph
 * by it: paths through what does not fit are part of the answer.
 */
export function filterNodes(
  nodes: readonly Searchable[],
  { owners, systems, stages, text = '' }: NodeFilter,
): Set<string> {
  const wanted = text.trim().toLocaleLowerCase();
  return new Set(
    nodes
      .filter(
        ({ owner, system, stage, words = [] }) =>
          isAmong(owners, owner) &&
          isAmong(systems, system) &&
          isAmong(stages, stage) &&
          (wanted === '' ||
            words.some(word => word.toLocaleLowerCase().includes(wanted))),
      )
      .map(({ id }) => id),
  );
}

function isAmong(asked: readonly string[] = [], value = ''): boolean {
  return asked.length === 0 || asked.includes(value);
}
