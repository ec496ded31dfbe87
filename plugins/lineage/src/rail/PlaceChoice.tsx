import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { Exploration } from '../explorer/useExploration';
import { lineageTranslationRef } from '../translation';
import { countValues } from './countValues';
import { TickList } from './TickList';

/**
 * The systems and the stages of the entities in the graph, to be brought out. Where
 * the catalog names none, there is nothing to choose from.
 */
export function PlaceChoice(props: { exploration: Exploration }) {
  const { view, change, nodes, names } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const nameOf = names.of;
  const { systems, stages } = useMemo(() => {
    const entities = nodes
      .filter(({ kind }) => kind === 'entity')
      .map(({ id }) => nameOf(id));
    return {
      systems: countValues(entities, ({ system }) => system),
      stages: countValues(entities, ({ lifecycle }) => lifecycle),
    };
  }, [nodes, nameOf]);
  return (
    <>
      {(systems.some(({ value }) => value) || view.systems.length > 0) && (
        <TickList
          title={t('rail.systems')}
          items={systems.map(({ value, count }) => ({
            value,
            count,
            label: value ? names.systemName(value) : t('rail.noSystem'),
          }))}
          chosen={view.systems}
          onChange={chosen => change({ systems: chosen })}
        />
      )}
      {(stages.some(({ value }) => value) || view.stages.length > 0) && (
        <TickList
          title={t('rail.stages')}
          items={stages.map(({ value, count }) => ({
            value,
            count,
            label: value || t('rail.noStage'),
          }))}
          chosen={view.stages}
          onChange={chosen => change({ stages: chosen })}
        />
      )}
    </>
  );
}
