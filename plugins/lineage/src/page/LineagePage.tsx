import { useRouteRef } from '@backstage/core-plugin-api';
import { useNavigate } from 'react-router-dom';
import { GoToRoot } from '../explorer/GoToRoot';
import { LineageExplorer } from '../explorer/LineageExplorer';
import { useView } from '../explorer/useView';
import { rootRouteRef } from '../routes';
import { lineagePath } from './lineagePath';
import { RootHeading } from './RootHeading';
import { RootPicker } from './RootPicker';
import { useRecentRoots } from './useRecentRoots';

/** The lineage of whatever the address names, or a choice of what to look at. */
export function LineagePage() {
  const page = useRouteRef(rootRouteRef);
  const navigate = useNavigate();
  const [view] = useView();
  const recent = useRecentRoots();
  const { root, environment, asOf } = view;
  const go: GoToRoot = (id, shown) =>
    navigate(lineagePath(page(), id, { environment, asOf, ...shown }));
  if (!root) {
    return (
      <RootPicker
        recent={recent.roots}
        pathTo={id => lineagePath(page(), id)}
      />
    );
  }
  return (
    <>
      <RootHeading root={root} onOther={() => navigate(page())} />
      <LineageExplorer
        key={root}
        root={root}
        onRoot={go}
        onSeen={recent.remember}
      />
    </>
  );
}
