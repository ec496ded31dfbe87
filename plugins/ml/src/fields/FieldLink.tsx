import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/**
 * The name of a field, linked to its Feature entity where the catalog has one.
 * Not the platform's link: that would read every feature of a wide view.
 */
export function FieldLink(props: {
  name: string;
  /** Refs of the Feature entities, by field. */
  features?: Map<string, string>;
  /** Among other words, where colour alone would tell the link. */
  inText?: boolean;
}) {
  const { name, features, inText } = props;
  const entityPath = useRouteRef(entityRouteRef);
  const ref = features?.get(name);
  return ref ? (
    <Link
      to={entityPath(entityRouteParams(ref))}
      underline={inText ? 'always' : 'hover'}
    >
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}
