import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { LineageDeadLetter } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';
import { DeadLetterRow } from './DeadLetterRow';
import { Replay } from './useReplay';

const COLUMNS = ['received', 'event', 'reason', 'attempts'] as const;

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto', maxHeight: '70vh' },
  head: {
    padding: theme.spacing(0.75, 1),
    backgroundColor: theme.palette.background.paper,
  },
}));

/** A page of events that could not be read. */
export function DeadLetterTable(props: {
  items: readonly LineageDeadLetter[];
  replay: Replay;
}) {
  const { items, replay } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" stickyHeader aria-label={t('deadLetters.table')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column} className={classes.head}>
                {t(`deadLetters.columns.${column}`)}
              </TableCell>
            ))}
            {replay.allowed && <TableCell className={classes.head} />}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(letter => (
            <DeadLetterRow key={letter.id} letter={letter} replay={replay} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
