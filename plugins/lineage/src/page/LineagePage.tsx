import { useRouteRef } from '@backstage/core-plugin-api';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LineageExplorer } from '../explorer/LineageExplorer';
import { rootRouteRef } from '../routes';
import { lineagePath } from './lineagePath';
import { RootHeading } from './RootHeading';
import { RootPicker } from './RootPicker';
import { useRecentRoots } from './useRecentRoots';

/** The lineage of whatever the address names, or a choice of what to look at. */
export function LineagePage() {
  const page = useRouteRef(rootRouteRef);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const recent = useRecentRoots();
  const root = params.get('root');
  const environment = params.get('environment') ?? undefined;
  const go = (id: string) => navigate(lineagePath(page(), id, { environment }));
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
