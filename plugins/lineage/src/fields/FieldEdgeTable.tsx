import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import {
  LineageField,
  LineageFieldEdge,
} from '@understudy/plugin-lineage-common';
import { useState } from 'react';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';
import { fieldId } from './fieldFlow';

const PAGE = 50;
const ENDS = ['source', 'target'] as const;

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
  head: { backgroundColor: theme.palette.background.paper },
  dataset: { color: theme.palette.text.secondary },
}));

/** The connections between fields in words: all that the picture says. */
export function FieldEdgeTable(props: {
  edges: readonly LineageFieldEdge[];
  /** What a dataset is called. */
  titleOf: (node: string) => string;
  onFollow: (field: LineageField) => void;
}) {
  const { edges, titleOf, onFollow } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [page, setPage] = useState(0);
  const lastPage = Math.max(0, Math.ceil(edges.length / PAGE) - 1);
  const shownPage = Math.min(page, lastPage);
  return (
    <>
      <Table size="small" stickyHeader aria-label={t('trace.table')}>
        <TableHead>
          <TableRow>
            {([...ENDS, 'kind'] as const).map(column => (
              <TableCell key={column} className={classes.head}>
                {t(`trace.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {edges.slice(shownPage * PAGE, (shownPage + 1) * PAGE).map(edge => (
            <TableRow
              key={`${fieldId(edge.source)} ${fieldId(edge.target)} ${edge.restricted ?? ''}`}
            >
              {ENDS.map(end => (
                <TableCell key={end} className={classes.cell}>
                  <TextButton onClick={() => onFollow(edge[end])}>
                    {edge[end].field ?? t('trace.whole')}
                  </TextButton>
                  <div className={classes.dataset}>
                    {titleOf(edge[end].node)}
                  </div>
                </TableCell>
              ))}
              <TableCell className={classes.cell}>
                {t(`trace.kind.${edge.restricted ? 'restricted' : edge.kind}`)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {edges.length > PAGE && (
        <TablePagination
          component="div"
          count={edges.length}
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
