import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { ReactNode } from 'react';

/** The head of one column. */
export interface HeadCell {
  id: string;
  title: ReactNode;
  align?: 'right';
  /** In pixels; for a column of text that others would squeeze. */
  minWidth?: number;
  /** The order its rows are in; false where it could be one, see `SortLabel`. */
  sortDirection?: 'asc' | 'desc' | false;
}

const useStyles = makeStyles(theme => ({
  scroll: {
    overflow: 'auto',
    maxHeight: '75vh',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    backgroundColor: theme.palette.background.paper,
    padding: theme.spacing(1),
    wordBreak: 'normal',
    lineHeight: 1.43,
  },
  // Cells full of fields bring paddings of their own.
  tight: { padding: theme.spacing(0.5) },
}));

/**
 * The frame of a dense table with a header that stays in view, around rows. It
 * scrolls inside its own box, which takes the keyboard for that.
 */
export function TableFrame(props: {
  label: string;
  head: HeadCell[];
  /** Less room in the head, for rows of fields. */
  tight?: boolean;
  /** Rows of the table's body. */
  children: ReactNode;
}) {
  const { label, head, tight, children } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      // Scrolling by keyboard needs the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Table size="small" stickyHeader aria-label={label}>
        <TableHead>
          <TableRow>
            {head.map(cell => (
              <TableCell
                key={cell.id}
                align={cell.align}
                sortDirection={cell.sortDirection}
                className={`${classes.head} ${tight ? classes.tight : ''}`}
                style={{ minWidth: cell.minWidth }}
              >
                {cell.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </div>
  );
}
