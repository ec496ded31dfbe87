import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ComponentProps, useMemo } from 'react';
import { kindsToDraw } from './kindsToDraw';
import { RelationLabel } from './RelationLabel';

/** The card with the relations of an entity, in words and without features. */
export function RelationsCard(
  props: ComponentProps<typeof EntityCatalogGraphCard>,
) {
  const { entity } = useEntity();
  const kinds = useMemo(
    () => props.kinds ?? kindsToDraw(entity),
    [entity, props.kinds],
  );
  return (
    <EntityCatalogGraphCard
      {...props}
      kinds={kinds}
      renderLabel={RelationLabel}
    />
  );
}
