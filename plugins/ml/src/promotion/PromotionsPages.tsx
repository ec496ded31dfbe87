import { Route, Routes } from 'react-router-dom';
import { PageNotFound } from '../pieces/PageNotFound';
import { PromotionPage } from './PromotionPage';
import { PromotionsPage } from './PromotionsPage';

/** The pages below `/ml/promotions`. */
export function PromotionsPages() {
  return (
    <Routes>
      <Route path="/" element={<PromotionsPage />} />
      <Route path="/:id" element={<PromotionPage />} />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}
