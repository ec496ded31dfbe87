import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MouseEvent, useMemo, useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { Pages } from '../pieces/Pages';
import { Since } from '../pieces/Since';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';
import { DistanceText } from './DistanceText';
import { Elsewhere } from './Elsewhere';
import { SORTABLE, sortRows, TableRow as Row, TableSort } from './rows';

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto' },
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(0.75, 1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  row: { cursor: 'pointer' },
  // A darker background would take the contrast from secondary text.
  selected: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  title: { minWidth: 180, fontWeight: 600 },
  detail: { color: theme.palette.text.secondary, fontWeight: 400 },
}));

/** The things of a graph as a table: all that the picture says, to read and to sort. */
export function NodeTable(props: {
  rows: readonly Row[];
  exploration: Exploration;
}) {
  const { rows, exploration } = props;
  const { view, change } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [sort, setSort] = useState<TableSort>({
    by: 'distance',
    descending: false,
  });
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);

  const select = (id: string) => (event: MouseEvent) => {
    // A link in the row is a link.
    const isLink =
      event.target instanceof Element && event.target.closest('a') !== null;
    if (!isLink) {
      change({ selected: id });
    }
  };
  return (
    <Pages rows={sorted}>
      {shown => (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('table.label')}>
            <TableHead>
              <TableRow>
                {SORTABLE.map(by => {
                  const active = sort.by === by;
                  const direction = active && sort.descending ? 'desc' : 'asc';
                  return (
                    <TableCell
                      key={by}
                      className={classes.cell}
                      sortDirection={active ? direction : false}
                    >
                      <TableSortLabel
                        active={active}
                        direction={direction}
                        onClick={() =>
                          setSort({
                            by,
                            descending: active && !sort.descending,
                          })
                        }
                      >
                        {t(`table.columns.${by}`)}
                      </TableSortLabel>
                    </TableCell>
                  );
                })}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map(({ node, name }) => (
                <TableRow
                  key={node.id}
                  className={`${classes.row} ${
                    node.id === view.selected ? classes.selected : ''
                  }`}
                  onClick={select(node.id)}
                >
                  <TableCell className={`${classes.cell} ${classes.title}`}>
                    <TextButton onClick={select(node.id)}>
                      {name.title}
                    </TextButton>
                    {name.detail && (
                      <div className={classes.detail}>{name.detail}</div>
                    )}
                    <Elsewhere node={node} exploration={exploration} />
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {name.kindText}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {name.owner ? (
                      <EntityRefLink
                        entityRef={name.owner}
                        title={name.ownerName}
                      />
                    ) : (
                      node.kind !== 'job' && t('owner.none')
                    )}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    <DistanceText node={node} />
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {node.lastRun && (
                      <>
                        {t(`runs.state.${node.lastRun.state}`)}
                        {', '}
                        <Since time={node.lastRun.at} />
                      </>
                    )}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {node.lastSeen && <Since time={node.lastSeen} />}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Pages>
  );
}
