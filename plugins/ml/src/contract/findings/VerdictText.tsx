import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { CompatibilityVerdict } from '@understudy/contracts';
import { GateStatus } from '@understudy/plugin-ml-common';
import { VerdictIcon } from '../../pieces/VerdictIcon';
import { contractTranslationRef } from '../translation';

const STATUS: Record<CompatibilityVerdict, GateStatus> = {
  compatible: 'pass',
  compatible_with_warnings: 'pass',
  incompatible: 'fail',
  unverifiable: 'unknown',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** A verdict as icon and words. */
export function VerdictText(props: { verdict: CompatibilityVerdict }) {
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <VerdictIcon status={STATUS[props.verdict]} />
      {t(`contract.findings.verdict.${props.verdict}`)}
    </span>
  );
}
