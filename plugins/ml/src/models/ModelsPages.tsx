import { Route, Routes } from 'react-router-dom';
import { ComparePage } from '../compare/ComparePage';
import { VersionPage } from '../versions/VersionPage';
import { PageNotFound } from '../pieces/PageNotFound';
import { ModelsPage } from './ModelsPage';

/** The pages below `/ml/models`. */
export function ModelsPages() {
  return (
    <Routes>
      <Route path="/" element={<ModelsPage />} />
      <Route
        path="/:namespace/:name/versions/:version"
        element={<VersionPage />}
      />
      <Route path="/:namespace/:name/compare" element={<ComparePage />} />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}
