import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EventList } from '../ledger/EventList';
import { Section } from '../pieces/Section';
import { promotionTranslationRef } from './translation';
import { ChangesToChampion } from './ChangesToChampion';
import { DecisionPanel } from './DecisionPanel';
import { EvidenceList } from './EvidenceList';
import { ExecutionPanel } from './ExecutionPanel';
import { Obstacles } from './Obstacles';
import { PolicyInWords } from './PolicyInWords';
import { ProgressLine } from './ProgressLine';
import { PromotionHeader } from './PromotionHeader';
import { ReasonDue } from './ReasonDue';
import { usePromotionActions } from './usePromotionActions';
import { MOST_EVENTS, PromotionDetails } from './usePromotion';
import { WhoMustAct } from './WhoMustAct';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    },
  },
}));

/** A promotion that has been read, with its actions. */
export function PromotionView(props: {
  details: PromotionDetails;
  reload: () => void;
}) {
  const { promotion, events, eventsCut } = props.details;
  const { t } = useTranslationRef(promotionTranslationRef);
  const classes = useStyles();
  const actions = usePromotionActions(promotion, props.reload);
  return (
    <>
      <PromotionHeader promotion={promotion} actions={actions} />
      <ProgressLine promotion={promotion} />
      <ExecutionPanel promotion={promotion} />
      <ReasonDue promotion={promotion} reload={props.reload} />
      <div className={classes.columns}>
        <Obstacles promotion={promotion} actions={actions} />
        <WhoMustAct promotion={promotion} />
      </div>
      <DecisionPanel promotion={promotion} actions={actions} />
      <Section title={t('promotion.differences')}>
        <ChangesToChampion promotion={promotion} />
      </Section>
      <div className={classes.columns}>
        <Section title={t('promotion.timeline')}>
          {eventsCut && (
            <Typography variant="body2" color="textSecondary">
              {t('timeline.cut', { most: `${MOST_EVENTS}` })}
            </Typography>
          )}
          <EventList events={events} />
        </Section>
        <div>
          <Section title={t('promotion.evidence')}>
            <EvidenceList gateRuns={promotion.gateRuns} />
          </Section>
          <Section title={t('promotion.policy')}>
            <PolicyInWords promotion={promotion} />
          </Section>
        </div>
      </div>
    </>
  );
}
