import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlTranslationRef } from '../translation';
import { back, currentCursor, forward } from './cursorTrail';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  text: { marginRight: 'auto', color: theme.palette.text.secondary },
}));

/** Walks the pages of a list whose state is in the address. */
export function Pager(props: {
  nextCursor?: string;
  busy: boolean;
  children?: ReactNode;
}) {
  const { nextCursor, busy, children } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const onFirst = currentCursor(params) === undefined;
  return (
    <div className={classes.root}>
      <span className={classes.text}>{children}</span>
      {!(onFirst && !nextCursor) && (
        <>
          <Button
            size="small"
            disabled={busy || onFirst}
            onClick={() => setParams(back(params))}
          >
            {t('pager.previous')}
          </Button>
          <Button
            size="small"
            disabled={busy || !nextCursor}
            onClick={() => nextCursor && setParams(forward(params, nextCursor))}
          >
            {t('pager.next')}
          </Button>
        </>
      )}
    </div>
  );
}
