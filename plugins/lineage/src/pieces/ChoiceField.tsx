import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A choice among a few values. */
export function ChoiceField(props: {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const { label, value, choices, onChange } = props;
  return (
    <TextField
      select
      id={useId()}
      fullWidth
      size="small"
      margin="dense"
      variant="outlined"
      label={label}
      value={value}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(event.target.value)}
    >
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}
