import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  CardReviewChoice,
  ModelCardReport,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { Since } from '../pieces/Since';
import { cardTranslationRef } from './translation';
import { DownloadCard } from './DownloadCard';
import { reviewChoices } from './reviewChoices';
import { ReviewDialog } from './ReviewDialog';

const useStyles = makeStyles(theme => ({
  note: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 2),
  },
}));

/** Whether somebody reviewed a card, and what the reader may make of that. */
export function Review(props: {
  card: ModelCardReport;
  version?: string;
  /** Nobody can review it any more. */
  closed?: boolean;
  onChange: () => void;
}) {
  const { card, version, closed, onChange } = props;
  const { t } = useTranslationRef(cardTranslationRef);
  const classes = useStyles();
  const [choice, setChoice] = useState<CardReviewChoice>();
  const { state, reviewedBy, reviewedAt, note } = card.review;
  return (
    <>
      <Typography variant="body2" component="div">
        {t(`card.review.${state}`, {
          who: reviewedBy ? (
            <EntityRefLink entityRef={reviewedBy} />
          ) : (
            t('card.nobody')
          ),
        })}
        {reviewedAt && (
          <>
            {' · '}
            <Since time={reviewedAt} />
          </>
        )}
      </Typography>
      {note && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          {note}
        </Typography>
      )}
      <div className={classes.buttons}>
        {(closed ? [] : reviewChoices(card)).map(each => (
          <Button
            key={each}
            size="small"
            variant="outlined"
            onClick={() => setChoice(each)}
          >
            {t(`card.choose.${each}`)}
          </Button>
        ))}
        <DownloadCard model={card.model} version={version} />
      </div>
      {choice && (
        <ReviewDialog
          card={card}
          version={version}
          choice={choice}
          onClose={done => {
            setChoice(undefined);
            if (done) {
              onChange();
            }
          }}
        />
      )}
    </>
  );
}
