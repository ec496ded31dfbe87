import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { Since } from '../pieces/Since';
import { mlTranslationRef } from '../translation';
import { dataTranslationRef } from '../fields/translation';
import { ConsumptionDoubt } from './viewConsumers';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'flex-start', gap: theme.spacing(0.5) },
  icon: {
    fontSize: theme.typography.pxToRem(16),
    marginTop: 2,
    color: theme.palette.warning.main,
  },
}));

const MESSAGES = {
  version: {
    unknown: 'versionUnknown',
    draft: 'versionDraft',
    deprecated: 'versionDeprecated',
    retired: 'versionRetired',
  },
  field: { unknown: 'fieldUnknown', deprecated: 'fieldDeprecated' },
} as const;

function messageOf(doubt: ConsumptionDoubt) {
  return doubt.about === 'version'
    ? MESSAGES.version[doubt.state]
    : MESSAGES.field[doubt.state];
}

/** What will not go well, or not for long, in the way a model reads a view. */
export function Doubts(props: { doubts: ConsumptionDoubt[] }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  if (props.doubts.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.doubts.map(doubt => {
        const { about, name } = doubt;
        const until = doubt.about === 'version' ? doubt.until : undefined;
        return (
          <li key={`${about} ${name}`} className={classes.item}>
            <ReportProblemOutlined
              className={classes.icon}
              titleAccess={tShared('findings.level.warning')}
            />
            <span>
              {t(`consumers.doubt.${messageOf(doubt)}`, { name })}
              {until && (
                <>
                  {', '}
                  {t('consumers.doubt.until')} <Since time={until} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
