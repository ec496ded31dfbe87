import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageNode } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

/** How far something is from the root, and on which side. On a cycle it is on both. */
export function DistanceText(props: { node: Pick<LineageNode, 'distance'> }) {
  const { t } = useTranslationRef(lineageTranslationRef);
  const { upstream, downstream } = props.node.distance;
  if (upstream === 0 || downstream === 0) {
    return <>{t('distance.root')}</>;
  }
  const parts = [
    upstream !== undefined && t('distance.upstream', { count: upstream }),
    downstream !== undefined && t('distance.downstream', { count: downstream }),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(', ') : t('distance.beside')}</>;
}
