import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { ChangeView } from '../explorer/useView';
import { lineageTranslationRef } from '../translation';
import { AsOf, AsOfProblem, readAsOf, toLocalText, zoneText } from './readAsOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    paddingTop: theme.spacing(0.5),
  },
  field: { width: theme.spacing(31) },
  now: { marginTop: theme.spacing(1.25) },
}));

/**
 * The time whose connections are shown; empty is now. A time is taken when it is
 * whole, with Enter or on leaving the field: years are typed digit by digit.
 */
export function AsOfField(props: { asOf: AsOf; change: ChangeView }) {
  const { asOf, change } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState<AsOfProblem>();
  const shown = asOf.time === undefined ? '' : toLocalText(asOf.time);
  const { time, problem } = asOf;

  const go = (next: string | undefined) => {
    setTyped(undefined);
    setRefused(undefined);
    change({ asOf: next });
  };
  const take = (field: HTMLInputElement) => {
    if (field.validity.badInput) {
      setRefused('unreadable');
    } else if (typed === '') {
      go(undefined);
    } else if (typed !== undefined && typed !== shown) {
      const read = readAsOf(typed);
      setRefused(read.problem);
      if (read.time !== undefined) {
        go(read.time);
      }
    }
  };
  return (
    <div className={classes.root}>
      <TextField
        id={useId()}
        className={classes.field}
        type="datetime-local"
        size="small"
        margin="dense"
        variant="outlined"
        label={t('asOf.label', { zone: zoneText(time) })}
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: toLocalText(new Date().toISOString()) }}
        value={typed ?? shown}
        error={refused !== undefined}
        helperText={refused && t(`asOf.refused.${refused}`)}
        FormHelperTextProps={{ role: 'alert' }}
        onChange={event => setTyped(event.target.value)}
        onBlur={event => {
          if (event.target instanceof HTMLInputElement) {
            take(event.target);
          }
        }}
        onKeyDown={event => {
          if (
            event.key === 'Enter' &&
            event.target instanceof HTMLInputElement
          ) {
            take(event.target);
          }
        }}
      />
      {(time ?? problem ?? refused) !== undefined && (
        <Button
          className={classes.now}
          size="small"
          onClick={() => go(undefined)}
        >
          {t('asOf.now')}
        </Button>
      )}
    </div>
  );
}
