import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TablePagination from '@material-ui/core/TablePagination';
import { ReactNode, useState } from 'react';
import { lineageTranslationRef } from '../translation';

const PAGE = 50;

/** Shows some rows at a time, and below them which, where not all fit. */
export function Pages<T>(props: {
  rows: readonly T[];
  children: (shown: readonly T[]) => ReactNode;
}) {
  const { rows, children } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const [page, setPage] = useState(0);
  // There can be fewer rows than there were on this page.
  const lastPage = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const shownPage = Math.min(page, lastPage);
  return (
    <>
      {children(rows.slice(shownPage * PAGE, (shownPage + 1) * PAGE))}
      {rows.length > PAGE && (
        <TablePagination
          component="div"
          count={rows.length}
          page={shownPage}
          rowsPerPage={PAGE}
          rowsPerPageOptions={[PAGE]}
          labelDisplayedRows={({ from, to, count }) =>
            t('table.page', {
              from: String(from),
              to: String(to),
              total: String(count),
            })
          }
          backIconButtonText={t('table.previous')}
          nextIconButtonText={t('table.next')}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
}
