import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { LineageGraphQuery } from '../api/types';
import { useAction } from '../loading/useAction';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { Answer, Answers, askForAdditions, withAdditions } from './additions';
import { AddedPart, Part } from './parts';
import { LineageView } from './view';

/** A graph, and what the reader has added to it. */
export interface ExploredGraph extends Loaded<LineageGraph> {
  /** What was asked, as one text. What is added is part of the same question. */
  question: string;
  /** Something that the reader added is being asked for. */
  adding: boolean;
  /** Why something that the reader added is not there. */
  addError?: ErrorLike;
  /** Asks again for what failed. */
  addAgain(): void;
}

/** The graph that was asked for, and what was answered of parts that are added to it. */
interface Read {
  asked: LineageGraphQuery;
  base: LineageGraph;
  answers: Answers;
}

const NO_ANSWERS: Answers = new Map();

/**
 * Reads the surroundings of a root, and adds those of its nodes that the reader
 * asked for: with the first answer all that the address names, later what is new
 * in it. Of another
 * depth, direction or choice of kinds the graph before stays on show until the
 * new one is there; of another root, environment or time it does not.
 */
export function useLineageGraph(
  root: string,
  view: LineageView,
  parts: readonly Part[],
  /** The time whose connections are shown; now when missing. */
  asOf?: string,
): ExploredGraph {
  const lineageApi = useApi(lineageApiRef);
  const { direction, upstreamDepth, downstreamDepth, limit, environment } =
    view;
  // The address makes the same list anew whenever anything else in it changes.
  const kindList = view.kinds?.join(',');
  const kinds = useMemo(() => kindList?.split(',').filter(Boolean), [kindList]);
  const query = useMemo(
    (): LineageGraphQuery => ({
      root,
      direction,
      upstreamDepth: direction === 'downstream' ? undefined : upstreamDepth,
      downstreamDepth: direction === 'upstream' ? undefined : downstreamDepth,
      kinds,
      limit,
      environment,
      asOf,
    }),
    [
      root,
      direction,
      upstreamDepth,
      downstreamDepth,
      kinds,
      limit,
      environment,
      asOf,
    ],
  );
  const question = JSON.stringify(query);

  const ask = useCallback(
    async ({ id, side }: AddedPart): Promise<Answer> => {
      try {
        const graph = await lineageApi.getGraph({
          root: id,
          direction: side,
          [side === 'upstream' ? 'upstreamDepth' : 'downstreamDepth']: 1,
          kinds,
          limit,
          environment,
          asOf,
        });
        return { graph };
      } catch (error) {
        return { error: toError(error) };
      }
    },
    [lineageApi, kinds, limit, environment, asOf],
  );

  const added = useMemo(
    () => parts.filter((part): part is AddedPart => part.act === 'add'),
    [parts],
  );
  const latestAdded = useRef(added);
  latestAdded.current = added;
  const read = useLoaded(
    useCallback(async (): Promise<Read> => {
      const base = await lineageApi.getGraph(query);
      const answers = await askForAdditions(base, latestAdded.current, {
        known: NO_ANSWERS,
        ask,
      });
      return { asked: query, base, answers };
    }, [lineageApi, query, ask]),
    {
      inPieces: true,
      // What is known of another environment or time is not of this one.
      keep: ({ asked, base }) =>
        asked.environment === environment &&
        asked.asOf === asOf &&
        // An entity may have claimed the name that was asked for.
        (base.root === root || asked.root === root),
    },
  );

  const { data: known, loading } = read;
  const [later, setLater] = useState<{ to: Read; answers: Answers }>();
  const answers = later?.to === known ? later?.answers : known?.answers;
  const { graph, missing, error } = useMemo(
    () =>
      known
        ? withAdditions(known.base, added, answers ?? NO_ANSWERS)
        : { graph: undefined, missing: [], error: undefined },
    [known, added, answers],
  );
  const { busy, run } = useAction(async (to: Read, before: Answers) =>
    setLater({
      to,
      answers: await askForAdditions(to.base, added, { known: before, ask }),
    }),
  );
  const isMissing = missing.length > 0;
  useEffect(() => {
    // With the answer that is awaited comes all that the address names by then.
    if (known && answers && isMissing && !loading && !busy) {
      run(known, answers);
    }
  }, [known, answers, isMissing, loading, busy, run]);

  return {
    ...read,
    data: graph,
    question,
    adding: busy,
    addError: error,
    addAgain: useCallback(() => {
      if (known && answers) {
        setLater({
          to: known,
          answers: new Map([...answers].filter(([, found]) => !found.error)),
        });
      }
    }, [known, answers]),
  };
}
