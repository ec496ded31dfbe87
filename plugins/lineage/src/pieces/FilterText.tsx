import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useRef, useState } from 'react';

const PAUSE_MS = 300;

/** A text filter that waits until the reader stops typing or presses Enter. */
export function FilterText(props: {
  label: string;
  value: string;
  /** Texts to choose from; others may be typed. */
  suggestions?: readonly string[];
  /** Most characters. */
  most?: number;
  onChange: (value: string) => void;
}) {
  const { label, value, suggestions = [], most, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState(value);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;

  // The address may change by other means, such as going back.
  useEffect(
    () => setTyped(before => (before.trim() === value ? before : value)),
    [value],
  );
  useEffect(() => {
    if (typed.trim() === value) {
      return undefined;
    }
    const timer = setTimeout(
      () => latestOnChange.current(typed.trim()),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, value]);

  return (
    <>
      <TextField
        id={id}
        fullWidth
        type="search"
        size="small"
        margin="dense"
        variant="outlined"
        label={label}
        InputLabelProps={{ shrink: true }}
        inputProps={{
          list: suggestions.length > 0 ? `${id}-list` : undefined,
          maxLength: most,
        }}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            onChange(typed.trim());
          }
        }}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
