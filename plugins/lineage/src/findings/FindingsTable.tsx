import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { LineageFinding } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { useNodeNames } from '../names/useNodeNames';
import { NodeLink } from '../pieces/NodeLink';
import { Since } from '../pieces/Since';
import { lineageTranslationRef } from '../translation';
import { useFindingMeaning } from './useFindingMeaning';

const COLUMNS = [
  'other',
  'type',
  'relations',
  'lastSeen',
  'reporting',
] as const;

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto' },
  // The theme colours every other row, which says nothing here.
  row: { backgroundColor: `${theme.palette.background.paper} !important` },
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  narrow: { minWidth: 150 },
  wide: { minWidth: 220 },
  note: { color: theme.palette.text.secondary },
}));

/** Connections on which the catalog and runs disagree. */
export function FindingsTable(props: {
  items: readonly LineageFinding[];
  /** What the root is called. */
  title: string;
}) {
  const { items, title } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const others = useMemo(() => items.map(({ other }) => other), [items]);
  const names = useNodeNames(others);
  const meaning = useFindingMeaning();
  const cell = `${classes.cell} ${classes.narrow}`;
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('findings.table')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column} className={classes.cell}>
                {t(`findings.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(finding => {
            const { other, side, type, relations, via, lastSeen } = finding;
            const name = names.of(other.id);
            return (
              <TableRow key={`${side} ${other.id}`} className={classes.row}>
                <TableCell className={`${classes.cell} ${classes.wide}`}>
                  <NodeLink
                    id={other.id}
                    entityRef={other.entityRef}
                    title={name.title}
                  />
                  <div className={classes.note}>
                    {[
                      name.kindText,
                      t(`findings.side.${side}`, { title }),
                      via !== undefined && t('findings.via', { count: via }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </div>
                </TableCell>
                <TableCell className={cell}>
                  {t(`findings.type.${type}`)}
                </TableCell>
                <TableCell className={cell}>
                  {relations.join(', ') || t('findings.noRelation')}
                </TableCell>
                <TableCell className={cell}>
                  {lastSeen && <Since time={lastSeen} />}
                  {!lastSeen &&
                    type === 'declared-not-observed' &&
                    t('findings.never')}
                </TableCell>
                <TableCell className={`${classes.cell} ${classes.wide}`}>
                  {meaning(finding, { root: title, other: name.title })}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
