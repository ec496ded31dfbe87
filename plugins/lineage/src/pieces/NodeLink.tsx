import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { lineagePath } from '../page/lineagePath';
import { rootRouteRef } from '../routes';

/** Links a thing: an entity to its page, anything else to its own lineage. */
export function NodeLink(props: {
  id: string;
  entityRef?: string;
  title: string;
  /** In which its lineage is shown. */
  environment?: string;
}) {
  const { id, entityRef, title, environment } = props;
  const page = useRouteRef(rootRouteRef);
  return entityRef ? (
    <EntityRefLink entityRef={entityRef} title={title} />
  ) : (
    <Link to={lineagePath(page(), id, { environment })}>{title}</Link>
  );
}
