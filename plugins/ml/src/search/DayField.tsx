import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/** A filter by a day, `YYYY-MM-DD`; empty for none. */
export function DayField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const classes = useStyles();
  return (
    <TextField
      id={useId()}
      className={classes.root}
      fullWidth
      type="date"
      size="small"
      variant="outlined"
      label={label}
      value={value}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
