import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FormEvent, ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    // Two short fields at the end stand side by side; all else spans both columns.
    '& > *': { gridColumn: '1 / -1' },
    '& > :nth-child(3):nth-last-child(3)': { gridColumn: '1' },
    '& > :nth-child(4):nth-last-child(2)': { gridColumn: '2' },
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** A filter of several fields, which is added once it makes sense. */
export function FilterForm(props: {
  title: string;
  add: string;
  /** Undefined while the fields do not make one. */
  condition: string | undefined;
  onAdd: (condition: string) => void;
  children: ReactNode;
}) {
  const { title, add, condition, onAdd, children } = props;
  const classes = useStyles();
  const headingId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (condition !== undefined) {
      onAdd(condition);
    }
  };
  return (
    <form
      className={classes.root}
      aria-labelledby={headingId}
      onSubmit={submit}
    >
      <Typography id={headingId} variant="subtitle2" component="h3">
        {title}
      </Typography>
      {children}
      <Button
        type="submit"
        size="small"
        variant="outlined"
        disabled={condition === undefined}
      >
        {add}
      </Button>
    </form>
  );
}
