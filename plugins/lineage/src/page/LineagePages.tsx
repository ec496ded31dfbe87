import { Route, Routes } from 'react-router-dom';
import { DeadLettersPage } from '../deadLetters/DeadLettersPage';
import { UnmappedPage } from '../unmapped/UnmappedPage';
import { LineagePage } from './LineagePage';
import { PageNotFound } from './PageNotFound';

/** The pages at and below `/lineage`. */
export function LineagePages() {
  return (
    <Routes>
      <Route path="/" element={<LineagePage />} />
      <Route path="/unmapped" element={<UnmappedPage />} />
      <Route path="/dead-letters" element={<DeadLettersPage />} />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}
