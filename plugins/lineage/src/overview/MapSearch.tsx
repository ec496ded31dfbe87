import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import KeyboardArrowDown from '@material-ui/icons/KeyboardArrowDown';
import KeyboardArrowUp from '@material-ui/icons/KeyboardArrowUp';
import { KeyboardEvent, RefObject, useId } from 'react';
import { lineageTranslationRef } from '../translation';
import { MapSearchState } from './useMapSearch';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  field: { flex: '0 1 260px' },
});

/** Finds things on the map. Enter goes from hit to hit. */
export function MapSearch(props: {
  search: MapSearchState;
  field: RefObject<HTMLInputElement>;
}) {
  const { text, setText, hits, at, step } = props.search;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation(); // it is about the search and nothing else
      setText('');
    }
  };
  return (
    <div className={classes.root} role="search">
      <TextField
        id={useId()}
        className={classes.field}
        type="search"
        size="small"
        margin="dense"
        variant="outlined"
        label={t('map.search')}
        InputLabelProps={{ shrink: true }}
        inputRef={props.field}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text.trim() !== '' && (
        <>
          <IconButton
            size="small"
            aria-label={t('search.previous')}
            disabled={hits.length === 0}
            onClick={() => step(-1)}
          >
            <KeyboardArrowUp fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('search.next')}
            disabled={hits.length === 0}
            onClick={() => step(1)}
          >
            <KeyboardArrowDown fontSize="small" />
          </IconButton>
          <Typography variant="body2" component="div" role="status">
            {at < 0
              ? t('search.hits', { count: hits.length })
              : `${at + 1} / ${hits.length}`}
          </Typography>
        </>
      )}
    </div>
  );
}
