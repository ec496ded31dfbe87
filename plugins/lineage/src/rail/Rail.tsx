import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageDirection } from '@understudy/plugin-lineage-common';
import { RefObject } from 'react';
import { Exploration } from '../explorer/useExploration';
import { MAX_DEPTH } from '../explorer/view';
import { FieldLegend } from '../fields/FieldLegend';
import { PathSearch } from '../paths/PathSearch';
import { ChoiceField } from '../pieces/ChoiceField';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';
import { EdgeLegend } from './EdgeLegend';
import { KindChoice } from './KindChoice';
import { OwnerLegend } from './OwnerLegend';
import { PlaceChoice } from './PlaceChoice';
import { SearchInGraph } from './SearchInGraph';

const DIRECTIONS: readonly LineageDirection[] = [
  'both',
  'upstream',
  'downstream',
];
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 8, 10, MAX_DEPTH];

/** Says what part of the graph is shown, and whose it is. */
export function Rail(props: {
  exploration: Exploration;
  searchField: RefObject<HTMLInputElement>;
}) {
  const { exploration, searchField } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const { view, change } = exploration;
  const isFields = view.as === 'fields';
  // The map has a search of its own, and goes all the way.
  const isOfGraph = !isFields && view.as !== 'map';
  // An address may ask for a depth that is not among the choices.
  const depths = (depth: number) =>
    [...new Set([...DEPTHS, depth])]
      .sort((a, b) => a - b)
      .map(value => ({
        value: String(value),
        label: t('rail.hops', { count: value }),
      }));
  return (
    <>
      {isOfGraph && (
        <>
          <SearchInGraph exploration={exploration} field={searchField} />
          <PathSearch exploration={exploration} />
        </>
      )}
      <PanelSection title={t('rail.range')}>
        <ChoiceField
          label={t('rail.direction')}
          value={view.direction}
          choices={DIRECTIONS.map(value => ({
            value,
            label: t(`rail.directions.${value}`),
          }))}
          onChange={value =>
            change({ direction: DIRECTIONS.find(known => known === value) })
          }
        />
        {isOfGraph && view.direction !== 'downstream' && (
          <ChoiceField
            label={t('rail.upstreamDepth')}
            value={String(view.upstreamDepth)}
            choices={depths(view.upstreamDepth)}
            onChange={value => change({ upstreamDepth: Number(value) })}
          />
        )}
        {isOfGraph && view.direction !== 'upstream' && (
          <ChoiceField
            label={t('rail.downstreamDepth')}
            value={String(view.downstreamDepth)}
            choices={depths(view.downstreamDepth)}
            onChange={value => change({ downstreamDepth: Number(value) })}
          />
        )}
      </PanelSection>
      {isFields && <FieldLegend />}
      {!isFields && (
        <>
          <KindChoice exploration={exploration} />
          {isOfGraph && (
            <>
              <OwnerLegend exploration={exploration} />
              <PlaceChoice exploration={exploration} />
            </>
          )}
        </>
      )}
      {view.as === 'graph' && (
        <EdgeLegend
          hasParallel={
            exploration.graph.data?.edges.some(({ parallel }) => parallel) ??
            false
          }
        />
      )}
    </>
  );
}
