import { LineageOverview } from '@understudy/plugin-lineage-common';
import { startTransition, useEffect, useState } from 'react';
import { MapPlan, planMap } from './model/MapPlan';
import { runInSlices } from './runInSlices';

/** Arranges a map, a little at a time. The one before stays until that is done. */
export function useMapPlan(
  overview: LineageOverview | undefined,
): MapPlan | undefined {
  const [plan, setPlan] = useState<MapPlan>();
  useEffect(() => {
    if (!overview) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    runInSlices(planMap(overview), { signal }).then(
      // What is beside the map is rendered a little at a time, too.
      next =>
        startTransition(() => {
          if (!signal.aborted) {
            setPlan(next);
          }
        }),
      error => {
        // Only told to those who still wait.
        if (!signal.aborted) {
          setPlan(() => {
            throw error;
          });
        }
      },
    );
    return () => controller.abort();
  }, [overview]);
  return plan;
}
