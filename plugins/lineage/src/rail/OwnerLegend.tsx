import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { Exploration } from '../explorer/useExploration';
import { lineageTranslationRef } from '../translation';
import { countValues } from './countValues';
import { TickList } from './TickList';

/** The owners in the graph with their colours, to be brought out. */
export function OwnerLegend(props: { exploration: Exploration }) {
  const { view, change, nodes, names, colorOf } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const nameOf = names.of;
  const counts = useMemo(
    () =>
      countValues(
        nodes.filter(({ kind }) => kind !== 'job'),
        ({ id }) => nameOf(id).owner,
      ),
    [nodes, nameOf],
  );
  if (counts.length === 0) {
    return null;
  }
  return (
    <TickList
      title={t('rail.owners')}
      items={counts.map(({ value, count }) => ({
        value,
        count,
        label: value ? names.ownerName(value) : t('owner.none'),
        color: colorOf(value || undefined),
      }))}
      chosen={view.owners}
      onChange={owners => change({ owners })}
    />
  );
}
