import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { QualityRule } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** Promises about values, one a line. */
export function QualityRules(props: { rules: QualityRule[] }) {
  const classes = useStyles();
  const ruleText = useQualityText();
  return (
    <ul className={classes.list}>
      {props.rules.map(rule => (
        <li key={rule.id}>{ruleText(rule)}</li>
      ))}
    </ul>
  );
}

function useQualityText(): (rule: QualityRule) => string {
  const { t } = useTranslationRef(contractTranslationRef);
  return ({ id, metric, op, value, unit, query, implementation }) => {
    const written = (number: number) =>
      unit === 'percent'
        ? t('contract.facts.inPercent', { value: String(number) })
        : String(number);
    let bound: string | undefined;
    if (Array.isArray(value)) {
      bound = t('contract.facts.between', {
        low: written(value[0]),
        high: written(value[1]),
      });
    } else if (value !== undefined) {
      bound = written(value);
    }
    const isRange = op === 'between';
    const words = [
      `${id}:`,
      t(`contract.facts.metric.${metric}`),
      isRange ? undefined : op,
      bound,
      query ?? implementation,
    ];
    return words.filter(Boolean).join(' ');
  };
}
