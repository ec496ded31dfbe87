import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { WaivedFinding } from '@understudy/plugin-ml-common';
import { FirstFew } from '../../pieces/FirstFew';
import { RuleName } from '../findings/RuleName';
import { contractTranslationRef } from '../translation';
import { placeOf } from './waivableFindings';

const FEW = 5;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  field: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/** What is asked for, and for whom. */
export function AskedFindings(props: { findings: WaivedFinding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const label = t('contract.waivers.ask.findings');
  return (
    <FirstFew items={findings} few={FEW} label={label}>
      {shown => (
        <ul className={classes.list} aria-label={label}>
          {shown.map(finding => (
            <Typography
              key={`${finding.ruleId} ${finding.pointer} ${finding.consumer}`}
              component="li"
              variant="body2"
            >
              <span className={classes.field}>
                {placeOf(finding) || t('contract.waivers.whole')}
              </span>
              {' · '}
              <RuleName id={finding.ruleId} />
              {finding.consumer && (
                <>
                  {' · '}
                  <EntityRefLink entityRef={finding.consumer} hideIcon />
                </>
              )}
            </Typography>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
