import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useNavigate } from 'react-router-dom';
import { LineageExplorer } from '../explorer/LineageExplorer';
import { useView } from '../explorer/useView';
import { lineagePath } from '../page/lineagePath';
import { rootRouteRef } from '../routes';
import { FieldNote } from './FieldNote';
import { lineageRoot } from './lineageRoot';

/** The lineage of an entity on its own page. That of anything else has a page of its own. */
export function EntityLineageTab() {
  const { entity } = useEntity();
  const page = useRouteRef(rootRouteRef);
  const navigate = useNavigate();
  const { root, field } = lineageRoot(entity);
  const [{ environment, asOf }] = useView();
  return (
    <>
      {field !== undefined && <FieldNote field={field} />}
      <LineageExplorer
        key={root}
        root={root}
        onRoot={(id, shown) =>
          navigate(lineagePath(page(), id, { environment, asOf, ...shown }))
        }
      />
    </>
  );
}
