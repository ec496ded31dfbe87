import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { LineageUnmappedNode } from '@understudy/plugin-lineage-common';
import { LineageUnmappedSort } from '../api/types';
import { lineageTranslationRef } from '../translation';
import { UnmappedRow } from './UnmappedRow';
import { SORTS } from './unmappedView';
import { Selection } from './useSelection';

const COLUMNS = [
  'name',
  'kind',
  'environment',
  'connections',
  'owners',
  'lastSeen',
] as const;

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto', maxHeight: '70vh' },
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(0.75, 1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  head: {
    backgroundColor: theme.palette.background.paper,
    overflowWrap: 'normal',
  },
  name: { minWidth: 260 },
  box: { padding: theme.spacing(0.25) },
}));

/** A page of what is not in the catalog. */
export function UnmappedTable(props: {
  items: readonly LineageUnmappedNode[];
  sort: LineageUnmappedSort;
  onSort: (sort: LineageUnmappedSort) => void;
  selection: Selection;
}) {
  const { items, sort, onSort, selection } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const chosen = items.filter(({ id }) => selection.has(id)).length;
  const head = `${classes.cell} ${classes.head}`;
  return (
    <div className={classes.scroll}>
      <Table size="small" stickyHeader aria-label={t('unmapped.table')}>
        <TableHead>
          <TableRow>
            <TableCell className={head} padding="checkbox">
              <Checkbox
                size="small"
                color="primary"
                className={classes.box}
                checked={chosen === items.length}
                indeterminate={chosen > 0 && chosen < items.length}
                disabled={selection.full && chosen === 0}
                inputProps={{ 'aria-label': t('unmapped.selectPage') }}
                onChange={() => selection.toggleAll(items)}
              />
            </TableCell>
            {COLUMNS.map(column => {
              const by = SORTS.find(known => known === column);
              // Names from the first on, the rest from the most.
              const direction = by === 'name' ? 'asc' : 'desc';
              const title = t(`unmapped.columns.${column}`);
              return (
                <TableCell
                  key={column}
                  className={`${head} ${column === 'name' ? classes.name : ''}`}
                  sortDirection={by === sort && direction}
                >
                  {by ? (
                    <TableSortLabel
                      active={by === sort}
                      direction={direction}
                      onClick={() => onSort(by)}
                    >
                      {title}
                    </TableSortLabel>
                  ) : (
                    title
                  )}
                </TableCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(node => (
            <UnmappedRow key={node.id} node={node} selection={selection} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
