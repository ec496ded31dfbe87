import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useEffect, useRef, useState } from 'react';

// Long enough to finish a word, short enough to see the verdict while typing.
const PAUSE_MS = 250;

const useStyles = makeStyles(theme => ({
  input: { fontSize: theme.typography.body2.fontSize },
  code: { fontFamily: 'monospace' },
}));

/**
 * A text in a cell that is passed on when its reader pauses, leaves or presses
 * Enter. What cannot be passed on stays as it was typed.
 */
export function DraftCell(props: {
  label: string;
  value: string;
  /** Says why a text cannot be taken, or nothing. */
  problem?: (text: string) => string | undefined;
  code?: boolean;
  onChange: (text: string) => void;
}) {
  const { label, value, problem, code, onChange } = props;
  const classes = useStyles();
  const [typed, setTyped] = useState(value);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;
  const wrong = problem?.(typed);

  // It may change by other means, such as an undo.
  useEffect(() => setTyped(value), [value]);

  useEffect(() => {
    if (typed === value || wrong !== undefined) {
      return undefined;
    }
    const timer = setTimeout(() => latestOnChange.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, wrong]);

  const passOn = () => {
    if (typed !== value && wrong === undefined) {
      onChange(typed);
    }
  };
  return (
    <TextField
      size="small"
      fullWidth
      value={typed}
      error={wrong !== undefined}
      helperText={wrong}
      inputProps={{
        'aria-label': label,
        className: `${classes.input} ${code ? classes.code : ''}`,
      }}
      onChange={event => setTyped(event.target.value)}
      onBlur={passOn}
      onKeyDown={event => event.key === 'Enter' && passOn()}
    />
  );
}
