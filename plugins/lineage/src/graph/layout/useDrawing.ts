import { useApi } from '@backstage/core-plugin-api';
import {
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { FlowGraph } from '../model/toFlow';
import { arrangeAnew, arrangeBeside, Bends, Places } from './arrange';
import { Drawing } from './Drawing';
import { layoutApiRef, LayoutQuality } from './LayoutApi';

/**
 * Arranges a graph. While `question` is the same, what is added goes beside what
 * stands already; another question, or `tidy`, arranges all of it anew. What was
 * drawn before stays until that is done.
 */
export function useDrawing(
  flow: FlowGraph | undefined,
  question: string,
): { drawing?: Drawing; arranging: boolean; tidy: () => void } {
  const layoutApi = useApi(layoutApiRef);
  const [drawing, setDrawing] = useState<Drawing>();
  const [arranging, setArranging] = useState(true);
  const [tidied, setTidied] = useState(0);
  const last = useRef<{
    asked: string;
    places: Places;
    bends: Bends;
    quality: LayoutQuality;
    arrangement: number;
  }>();

  useEffect(() => {
    if (!flow) {
      return undefined;
    }
    const asked = `${tidied} ${flow.root} ${question}`;
    const draw = (
      places: Places,
      fresh?: { bends: Bends; quality: LayoutQuality },
    ) => {
      const {
        arrangement = 0,
        bends = new Map(),
        quality = 'full',
      } = last.current ?? {};
      last.current = {
        asked,
        // What is folded away comes back to where it was.
        places: fresh
          ? places
          : new Map([...(last.current?.places ?? []), ...places]),
        bends: fresh?.bends ?? bends,
        quality: fresh?.quality ?? quality,
        arrangement: arrangement + (fresh ? 1 : 0),
      };
      const drawn = toDrawing(flow, { ...last.current, places });
      // A large one takes a while to show, and the page goes on answering meanwhile.
      startTransition(() => {
        setDrawing(drawn);
        setArranging(false);
      });
    };

    const before = last.current;
    const places =
      before?.asked === asked ? arrangeBeside(flow, before.places) : undefined;
    if (places) {
      draw(places);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setArranging(true);
    arrangeAnew(flow, { layoutApi, before: before?.places, signal }).then(
      result => signal.aborted || draw(result.places, result),
      error => {
        // Only told to those who still wait.
        if (!signal.aborted) {
          setDrawing(() => {
            throw error;
          });
        }
      },
    );
    return () => controller.abort();
  }, [flow, question, tidied, layoutApi]);

  const tidy = useCallback(() => setTidied(count => count + 1), []);
  return { drawing, arranging, tidy };
}

function toDrawing(
  flow: FlowGraph,
  arranged: Omit<Drawing, 'flow' | 'boxes'> & { places: Places },
): Drawing {
  const { places, bends, quality, arrangement } = arranged;
  return {
    flow,
    bends,
    quality,
    arrangement,
    boxes: new Map(
      flow.nodes.map(({ id, width, height }) => [
        id,
        { id, width, height, ...(places.get(id) ?? { x: 0, y: 0 }) },
      ]),
    ),
  };
}
