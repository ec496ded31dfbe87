import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useRef, useState } from 'react';
import { registryTranslationRef } from '../models/translation';
import { fromFieldTime, toFieldTime } from './localTime';

// Typing a time goes through times that nobody means.
const PAUSE_MS = 500;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** Asks for a moment, in the reader's own time zone. */
export function TimeField(props: {
  /** ISO 8601. */
  time: string | undefined;
  onChange: (time: string | undefined) => void;
}) {
  const { time, onChange } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const id = useId();
  const value = toFieldTime(time);
  const [typed, setTyped] = useState(value);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(
      () => latestOnChange.current(fromFieldTime(typed)),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, value]);

  return (
    <div className={classes.root}>
      <TextField
        id={id}
        type="datetime-local"
        size="small"
        variant="outlined"
        label={t('history.at')}
        helperText={t('history.atHelp')}
        value={typed}
        InputLabelProps={{ shrink: true }}
        onChange={event => setTyped(event.target.value)}
      />
      {time !== undefined && (
        <Button size="small" onClick={() => onChange(undefined)}>
          {t('history.atClear')}
        </Button>
      )}
    </div>
  );
}
