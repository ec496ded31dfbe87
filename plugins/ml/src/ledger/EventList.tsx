import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LedgerEvent } from '@understudy/plugin-ml-common';
import { Since } from '../pieces/Since';
import { mlTranslationRef } from '../translation';
import { promotionTranslationRef } from '../promotion/translation';
import { describeEvent } from './describeEvent';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2),
    borderLeft: `2px solid ${theme.palette.divider}`,
    listStyle: 'none',
  },
  item: { marginBottom: theme.spacing(1.5) },
}));

/** Events of the ledger, in the order they are given in. */
export function EventList(props: { events: LedgerEvent[] }) {
  const { t } = useTranslationRef(promotionTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  if (props.events.length === 0) {
    return <Typography variant="body2">{t('timeline.empty')}</Typography>;
  }
  return (
    <ol className={classes.list}>
      {props.events.map(event => {
        const { known, words, detail } = describeEvent(event);
        const { actor, reason } = event.data;
        return (
          <li key={event.id} className={classes.item}>
            <Typography variant="body2">
              <strong>{known ? t(`event.${known}`) : words}</strong>
              {detail && ` · ${detail}`}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {actor.kind === 'user' ? (
                <EntityRefLink entityRef={actor.ref} defaultKind="user" />
              ) : (
                tShared(`actor.${actor.kind}`)
              )}{' '}
              <Since time={event.time} />
            </Typography>
            {reason && <MarkdownContent content={reason} />}
          </li>
        );
      })}
    </ol>
  );
}
