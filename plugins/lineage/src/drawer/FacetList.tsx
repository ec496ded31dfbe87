import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageFacet } from '@understudy/plugin-lineage-common';
import { useMemo, useState } from 'react';
import { Facts } from '../pieces/Facts';
import { Since } from '../pieces/Since';
import { lineageTranslationRef } from '../translation';
import { readFacet, words } from './readFacet';

const useStyles = makeStyles(theme => ({
  summary: {
    cursor: 'pointer',
    fontSize: theme.typography.body2.fontSize,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  body: { padding: theme.spacing(0.5, 0, 0, 2) },
  age: { color: theme.palette.text.secondary },
}));

/** Facets by name, each to be opened. */
export function FacetList(props: { facets: readonly LineageFacet[] }) {
  return (
    <>
      {props.facets.map(facet => (
        <Facet key={facet.name} facet={facet} />
      ))}
    </>
  );
}

function Facet(props: { facet: LineageFacet }) {
  const { name, at, value, restricted, bytes } = props.facet;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const read = useMemo(
    () => (open && value ? readFacet(value) : undefined),
    [open, value],
  );
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        {words(name)}{' '}
        <span className={classes.age}>
          <Since time={at} />
        </span>
      </summary>
      <div className={classes.body}>
        {read && <Facts facts={read.facts} />}
        {read?.more && (
          <Typography variant="body2" paragraph>
            {t('facets.more')}
          </Typography>
        )}
        {restricted && (
          <Typography variant="body2" paragraph>
            {t('facets.restricted')}
          </Typography>
        )}
        {!value && !restricted && (
          <Typography variant="body2" paragraph>
            {t('facets.large', { kilobytes: String(Math.ceil(bytes / 1024)) })}
          </Typography>
        )}
      </div>
    </details>
  );
}
