import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useEffect } from 'react';
import { contractTranslationRef } from '../translation';
import { readContract } from './contractText';
import { DraftAction, DraftText } from './draftReducer';

/** From here on reading takes long enough for a person who types to feel it. */
const LONG_TEXT = 100_000;

const useStyles = makeStyles(theme => ({
  input: {
    fontFamily: 'monospace',
    fontSize: theme.typography.pxToRem(13),
    whiteSpace: 'pre',
    overflowX: 'auto',
  },
}));

/** A draft as a text, which is read a moment after it was typed. */
export function DraftTextEditor(props: {
  text: DraftText;
  dispatch: (action: DraftAction) => void;
}) {
  const { text, dispatch } = props;
  const { format, value, unread } = text;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();

  useEffect(() => {
    if (!unread) {
      return undefined;
    }
    const timer = setTimeout(
      () =>
        dispatch({ type: 'readText', value, ...readContract(value, format) }),
      value.length > LONG_TEXT ? 1000 : 250,
    );
    return () => clearTimeout(timer);
  }, [dispatch, format, value, unread]);

  return (
    <TextField
      multiline
      fullWidth
      minRows={12}
      maxRows={32}
      variant="outlined"
      value={value}
      error={text.problems.length > 0}
      inputProps={{
        'aria-label': t('contract.try.text', {
          format: t(
            format === 'json' ? 'contract.try.asJson' : 'contract.try.asYaml',
          ),
        }),
        className: classes.input,
        spellCheck: false,
        wrap: 'off',
      }}
      onChange={event =>
        dispatch({ type: 'typeText', value: event.target.value })
      }
    />
  );
}
