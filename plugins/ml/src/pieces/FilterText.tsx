import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useRef, useState } from 'react';

const PAUSE_MS = 300;

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/** A text filter that waits until the reader stops typing or presses Enter. */
export function FilterText(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const classes = useStyles();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;

  // The address may change by other means, such as "clear filters".
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(() => latestOnChange.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);

  return (
    <TextField
      id={id}
      className={classes.root}
      fullWidth
      type="search"
      size="small"
      variant="outlined"
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          event.preventDefault(); // in a form this would send it
          onChange(typed);
        }
      }}
    />
  );
}
