import { Route, Routes } from 'react-router-dom';
import { PageNotFound } from '../pieces/PageNotFound';
import { VersionSearchPage } from '../search/VersionSearchPage';
import { DataVersionPage } from './DataVersionPage';

/** The pages below `/ml/feature-views` and `/ml/datasets`. */
export function DataVersionsPages(props: { kind: 'featureview' | 'dataset' }) {
  const { kind } = props;
  return (
    <Routes>
      <Route
        path="/"
        element={
          <VersionSearchPage
            kind={kind === 'dataset' ? 'Dataset' : 'FeatureView'}
          />
        }
      />
      <Route
        path="/:namespace/:name/versions/:version"
        element={<DataVersionPage kind={kind} />}
      />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}
