import { useApp } from '@backstage/core-plugin-api';

/** The icon of a kind of entities, or of the catalog where it has none. */
export function KindIcon(props: { kind?: string }) {
  const app = useApp();
  const Icon =
    app.getSystemIcon(`kind:${props.kind?.toLowerCase()}`) ??
    app.getSystemIcon('catalog');
  return Icon ? <Icon /> : null;
}
