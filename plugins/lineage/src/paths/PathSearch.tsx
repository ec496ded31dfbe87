import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { KeyboardEvent, useId, useRef, useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { lineageTranslationRef } from '../translation';
import { PathChoices } from './PathChoices';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/** Finds what the root is to be connected with, in what is shown and in the catalog. */
export function PathSearch(props: { exploration: Exploration }) {
  const { exploration } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const choose = (id: string) => {
    setText('');
    exploration.change({ path: id });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation(); // it is about this field and nothing else
      setText('');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.current?.querySelector('button')?.click();
    }
  };
  return (
    <div className={classes.root} role="search">
      <TextField
        id={useId()}
        fullWidth
        type="search"
        size="small"
        margin="dense"
        variant="outlined"
        label={t('path.search')}
        InputLabelProps={{ shrink: true }}
        inputRef={field}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text.trim() !== '' && (
        <div ref={list}>
          <PathChoices
            text={text.trim()}
            exploration={exploration}
            onChoose={choose}
          />
        </div>
      )}
    </div>
  );
}
