import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RefObject } from 'react';
import { HitButtons } from '../pieces/HitButtons';
import { SearchField } from '../pieces/SearchField';
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
  return (
    <div className={classes.root} role="search">
      <SearchField
        className={classes.field}
        label={t('map.search')}
        field={props.field}
        text={text}
        onText={setText}
        onEnter={backwards => step(backwards ? -1 : 1)}
      />
      {text.trim() !== '' && (
        <>
          <HitButtons disabled={hits.length === 0} onStep={step} />
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
