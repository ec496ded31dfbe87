import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { GateEvidence } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';
import { EvidenceVersion } from './EvidenceVersion';
import { Since } from './Since';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0.5, 0, 0), padding: 0, listStyle: 'none' },
}));

/** What a gate looked at: the value, where it comes from, and how old it is. */
export function Evidence(props: { evidence: GateEvidence[] }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  if (props.evidence.length === 0) {
    return null;
  }
  const versions = new Set(
    props.evidence.filter(isOfVersion).map(({ ref }) => ref),
  );
  return (
    <ul className={classes.list}>
      {props.evidence.map(item => (
        <Typography
          component="li"
          variant="body2"
          color="textSecondary"
          key={`${item.kind} ${item.ref} ${item.summary}`}
        >
          {versions.size > 1 && isOfVersion(item) && (
            <>
              <EvidenceVersion versionRef={item.ref} />{' '}
            </>
          )}
          {item.kind === 'contract-override' && (
            <strong>{t('evidence.overridden')} </strong>
          )}
          {item.summary}
          {item.observedAt && (
            <>
              {' · '}
              <Since time={item.observedAt} />
            </>
          )}
          {item.url && (
            <>
              {' · '}
              <Link to={item.url} underline="always">
                {t('evidence.source')}
              </Link>
            </>
          )}
        </Typography>
      ))}
    </ul>
  );
}

/** Numbers of several versions look alike; what is said of others names them. */
function isOfVersion({ kind }: GateEvidence): boolean {
  return kind === 'metric';
}
