import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { lineageTranslationRef } from '../translation';
import { Days, isReversed } from './daysBetween';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    marginBottom: theme.spacing(1),
  },
}));

/** The days between which runs are listed; taken with Enter or on leaving a field. */
export function DaysFields(props: {
  days: Days;
  onChange: (days: Days) => void;
}) {
  const { days, onChange } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const id = useId();
  // Years are typed digit by digit, each of which would be a question.
  const [typed, setTyped] = useState(days);
  const take = () => {
    if (typed.from !== days.from || typed.to !== days.to) {
      onChange(typed);
    }
  };
  const wrong = isReversed(days);
  return (
    <div className={classes.root}>
      {(['from', 'to'] as const).map(bound => (
        <TextField
          key={bound}
          id={`${id}-${bound}`}
          type="date"
          size="small"
          margin="dense"
          variant="outlined"
          label={t(`used.${bound}`)}
          InputLabelProps={{ shrink: true }}
          value={typed[bound]}
          error={wrong}
          helperText={wrong && bound === 'to' && t('used.reversed')}
          FormHelperTextProps={{ role: 'alert' }}
          onChange={event =>
            setTyped({ ...typed, [bound]: event.target.value })
          }
          onBlur={take}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              take();
            }
          }}
        />
      ))}
    </div>
  );
}
