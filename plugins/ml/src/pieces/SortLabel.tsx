import TableSortLabel from '@material-ui/core/TableSortLabel';
import { ReactNode } from 'react';

/** The title of a column that its rows can be put in order by. */
export function SortLabel(props: {
  /** The order the rows are in, if it is this column's. */
  direction?: 'asc' | 'desc';
  onSort: () => void;
  children: ReactNode;
}) {
  const { direction, onSort, children } = props;
  return (
    <TableSortLabel
      active={direction !== undefined}
      direction={direction}
      onClick={onSort}
    >
      {children}
    </TableSortLabel>
  );
}
