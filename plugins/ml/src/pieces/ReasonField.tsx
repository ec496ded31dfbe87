import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** Longer than any reason anybody reads. */
const LONGEST_REASON = 4000;

/** A few lines of text that say why. Markdown is shown as such later. */
export function ReasonField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  /** What is wrong with it, instead of the help. */
  problem?: string;
  /** Most characters, where it is not the usual limit. */
  longest?: number;
}) {
  const { label, value, onChange, help, problem } = props;
  const { longest = LONGEST_REASON } = props;
  return (
    <TextField
      id={useId()}
      multiline
      minRows={2}
      maxRows={8}
      fullWidth
      margin="normal"
      variant="outlined"
      label={label}
      value={value}
      error={problem !== undefined}
      helperText={problem ?? help}
      inputProps={{ maxLength: longest }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
