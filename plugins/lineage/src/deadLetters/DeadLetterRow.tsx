import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { LineageDeadLetter } from '@understudy/plugin-lineage-common';
import { useState } from 'react';
import { CodeText } from '../pieces/CodeText';
import { Since } from '../pieces/Since';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';
import { Replay } from './useReplay';

const useStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(0.75, 1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  short: { whiteSpace: 'nowrap' },
  note: { color: theme.palette.text.secondary },
}));

/** One event that could not be read, why, and on demand the event itself. */
export function DeadLetterRow(props: {
  letter: LineageDeadLetter;
  replay: Replay;
}) {
  const { letter, replay } = props;
  const { id, kind, runId, receivedAt, eventTime, attempts, error } = letter;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const kindText = t(`deadLetters.kinds.${kind}`);
  const short = `${classes.cell} ${classes.short}`;
  return (
    <TableRow>
      <TableCell className={short}>
        <Since time={receivedAt} />
      </TableCell>
      <TableCell className={classes.cell}>
        <TextButton
          label={t(open ? 'deadLetters.hide' : 'deadLetters.show', {
            id,
            kind: kindText,
          })}
          onClick={() => setOpen(!open)}
        >
          {kindText}
        </TextButton>
        <div className={classes.note}>
          {t('deadLetters.at', { time: eventTime })}
        </div>
        {runId !== undefined && (
          <div className={classes.note}>
            {t('deadLetters.run', { id: runId })}
          </div>
        )}
        {open &&
          (letter.event === undefined ? (
            t('deadLetters.tooLarge', {
              bytes: new Intl.NumberFormat().format(letter.bytes),
            })
          ) : (
            <CodeText
              label={t('deadLetters.event', { id })}
              text={JSON.stringify(letter.event, null, 2)}
            />
          ))}
      </TableCell>
      <TableCell className={classes.cell}>{error}</TableCell>
      <TableCell className={short}>{attempts}</TableCell>
      {replay.allowed && (
        <TableCell className={short}>
          <Button
            size="small"
            disabled={replay.busy}
            aria-label={t('deadLetters.retry', { id })}
            onClick={() => replay.run([id])}
          >
            {t('deadLetters.retryOne')}
          </Button>
        </TableCell>
      )}
    </TableRow>
  );
}
