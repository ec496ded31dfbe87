import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * Links what a spec names, in short (`checkout`) or in full
 * (`group:default/checkout`): the platform's own link wants it in full.
 */
export function RefLink(props: {
  value: string;
  /** Kind of what is named without one. */
  kind: string;
  /** Namespace of the entity that names it. */
  namespace?: string;
}) {
  const { value, kind, namespace = DEFAULT_NAMESPACE } = props;
  return (
    <EntityRefLink
      entityRef={parseEntityRef(value, {
        defaultKind: kind,
        defaultNamespace: namespace,
      })}
      defaultKind={kind}
    />
  );
}
