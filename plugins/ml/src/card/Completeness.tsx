import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelCardReport } from '@understudy/plugin-ml-common';
import { useId } from 'react';
import { FirstFew } from '../pieces/FirstFew';
import { cardTranslationRef } from './translation';

const FEW = 3;

const useStyles = makeStyles(theme => ({
  bar: { height: 6, borderRadius: 3, margin: theme.spacing(0.5, 0, 1) },
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2.5) },
}));

/** How much of what its risk asks for a card says, and what is missing. */
export function Completeness(props: { card: ModelCardReport }) {
  const { completeness, problems, riskTier } = props.card;
  const { t } = useTranslationRef(cardTranslationRef);
  const classes = useStyles();
  const labelId = useId();
  const percent = String(completeness.percent);
  const lists = [
    {
      title: t('card.missing'),
      texts: completeness.missing.map(({ why }) => why),
    },
    {
      title: t('card.problems'),
      texts: problems.map(({ path, message }) =>
        path ? `${path}: ${message}` : message,
      ),
    },
  ].filter(({ texts }) => texts.length > 0);
  return (
    <>
      <Typography variant="body2" id={labelId}>
        {riskTier === undefined
          ? t('card.completeUnknown', { percent })
          : t('card.complete', { percent, tier: riskTier })}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={completeness.percent}
        role="meter"
        className={classes.bar}
        aria-labelledby={labelId}
      />
      {lists.map(({ title, texts }) => (
        <div key={title}>
          <Typography variant="subtitle2" component="h4">
            {title}
          </Typography>
          <FirstFew items={texts} few={FEW} label={title}>
            {shown => (
              <ul className={classes.list}>
                {shown.map(text => (
                  <Typography key={text} variant="body2" component="li">
                    {text}
                  </Typography>
                ))}
              </ul>
            )}
          </FirstFew>
        </div>
      ))}
    </>
  );
}
