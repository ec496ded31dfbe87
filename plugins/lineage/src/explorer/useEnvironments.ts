import {
  LineageEnvironment,
  LineageGraph,
} from '@understudy/plugin-lineage-common';
import { useCallback, useMemo, useRef } from 'react';
import { environmentsOfRoot, isOnlyElsewhere } from './environmentsOfRoot';
import { ChangeView } from './useView';
import { ALL_ENVIRONMENTS, LineageView } from './view';

/** Where what is shown was observed, and where else there is some of it. */
export interface Environments {
  /** Whose connections are shown, `*` for all; undefined until that is known. */
  shown?: string;
  /** The one that is shown unless another is asked for; undefined until that is known. */
  usual?: string;
  /** The one that goes without saying on a node. */
  expected: string;
  /** All to choose from, with the number of connections of the root there. */
  known: readonly LineageEnvironment[];
  /** Those of the root that are not shown. */
  others: readonly LineageEnvironment[];
  /** Runs connect the root, but not in what is shown. */
  onlyElsewhere: boolean;
  choose(name: string): void;
}

const NONE: readonly LineageEnvironment[] = [];

/** Keeps what is known of environments while the graph of another one is read. */
export function useEnvironments(
  graph: LineageGraph | undefined,
  view: LineageView,
  change: ChangeView,
): Environments {
  const { environment } = view;
  const usualBefore = useRef<string>();
  const knownBefore = useRef(NONE);
  const ofGraph = useMemo(() => graph && environmentsOfRoot(graph), [graph]);
  usualBefore.current = graph?.defaultEnvironment ?? usualBefore.current;
  knownBefore.current = ofGraph ?? knownBefore.current;
  const usual = usualBefore.current;
  const known = knownBefore.current;
  const shown = graph?.environment ?? environment ?? usual;
  const choose = useCallback(
    (name: string) =>
      change({ environment: name === usual ? undefined : name }),
    [change, usual],
  );
  return useMemo(
    () => ({
      shown,
      usual,
      known,
      expected:
        (shown === ALL_ENVIRONMENTS ? usual : shown) ?? ALL_ENVIRONMENTS,
      others:
        shown === undefined || shown === ALL_ENVIRONMENTS
          ? NONE
          : known.filter(({ name }) => name !== shown),
      onlyElsewhere: isOnlyElsewhere(known, shown),
      choose,
    }),
    [shown, usual, known, choose],
  );
}
