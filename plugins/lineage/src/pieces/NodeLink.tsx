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
  /** It stands among words, where colour alone would not tell it apart. */
  inText?: boolean;
}) {
  const { id, entityRef, title, environment, inText } = props;
  const underline = inText ? 'always' : undefined;
  const page = useRouteRef(rootRouteRef);
  return entityRef ? (
    <EntityRefLink entityRef={entityRef} title={title} underline={underline} />
  ) : (
    <Link to={lineagePath(page(), id, { environment })} underline={underline}>
      {title}
    </Link>
  );
}
