import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import KeyboardArrowDown from '@material-ui/icons/KeyboardArrowDown';
import KeyboardArrowUp from '@material-ui/icons/KeyboardArrowUp';
import { KeyboardEvent, RefObject, useId } from 'react';
import { Exploration } from '../explorer/useExploration';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  hits: { display: 'flex', alignItems: 'center', minHeight: 30 },
  text: { flex: 1 },
}));

/** Finds something in the graph. Enter goes from hit to hit. */
export function SearchInGraph(props: {
  exploration: Exploration;
  field: RefObject<HTMLInputElement>;
}) {
  const { search, show, names } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { text, hits, at } = search;

  const go = (by: 1 | -1) => {
    const hit = search.step(by);
    if (hit !== undefined) {
      show(hit);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation(); // it is about the search and nothing else
      search.setText('');
    }
  };
  const count =
    at < 0
      ? t('search.hits', { count: hits.length })
      : t('search.hit', {
          at: String(at + 1),
          total: String(hits.length),
          title: names.of(hits[at] ?? '').title,
        });
  return (
    <div className={classes.root} role="search">
      <TextField
        id={useId()}
        fullWidth
        type="search"
        size="small"
        margin="dense"
        variant="outlined"
        label={t('search.label')}
        InputLabelProps={{ shrink: true }}
        inputRef={props.field}
        value={text}
        onChange={event => search.setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text.trim() !== '' && (
        <div className={classes.hits}>
          <Typography
            className={classes.text}
            variant="body2"
            component="div"
            role="status"
          >
            {count}
          </Typography>
          <IconButton
            size="small"
            aria-label={t('search.previous')}
            disabled={hits.length === 0}
            onClick={() => go(-1)}
          >
            <KeyboardArrowUp fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('search.next')}
            disabled={hits.length === 0}
            onClick={() => go(1)}
          >
            <KeyboardArrowDown fontSize="small" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
