import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useRef, useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { SearchField } from '../pieces/SearchField';
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
  return (
    <div className={classes.root} role="search">
      <SearchField
        label={t('path.search')}
        field={field}
        text={text}
        onText={setText}
        onEnter={() => list.current?.querySelector('button')?.click()}
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
