import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RefObject } from 'react';
import { Exploration } from '../explorer/useExploration';
import { HitButtons } from '../pieces/HitButtons';
import { SearchField } from '../pieces/SearchField';
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
      <SearchField
        label={t('search.label')}
        field={props.field}
        text={text}
        onText={search.setText}
        onEnter={backwards => go(backwards ? -1 : 1)}
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
          <HitButtons disabled={hits.length === 0} onStep={go} />
        </div>
      )}
    </div>
  );
}
