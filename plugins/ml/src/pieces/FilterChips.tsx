import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(0.5),
  },
  // Margins of the platform's theme; the gap does the spacing here.
  chip: { margin: 0 },
}));

/** One value a filter can take; `label` is what people call it. */
export interface FilterChoice {
  value: string;
  label: string;
}

/** The values of one filter as chips that are on or off. */
export function FilterChips(props: {
  title: string;
  choices: FilterChoice[];
  selected: readonly string[];
  onToggle: (value: string) => void;
}) {
  const { title, choices, selected, onToggle } = props;
  const classes = useStyles();
  const headingId = useId();
  if (choices.length === 0) {
    return null;
  }
  return (
    <div className={classes.root} role="group" aria-labelledby={headingId}>
      <Typography id={headingId} variant="subtitle2" component="h3">
        {title}
      </Typography>
      <div className={classes.chips}>
        {choices.map(({ value, label }) => {
          const on = selected.includes(value);
          return (
            <Chip
              key={value}
              className={classes.chip}
              size="small"
              label={label}
              clickable
              color={on ? 'primary' : 'default'}
              variant={on ? 'default' : 'outlined'}
              aria-pressed={on}
              onClick={() => onToggle(value)}
            />
          );
        })}
      </div>
    </div>
  );
}
