import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PhysicalDataset } from '@understudy/plugin-ml-common';
import { CopyButton } from '../pieces/CopyButton';
import { Tag } from '../pieces/Tag';
import { dataTranslationRef } from '../fields/translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(14)}px minmax(0, 1fr)`,
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 0),
    alignItems: 'start',
  },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/** One physical dataset, with its names to copy. */
export function PhysicalPlace(props: { place: PhysicalDataset }) {
  const { role, platform, namespace, name, pattern } = props.place;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <Typography variant="body2" component="div">
        <Tag title={t(`physical.roleMeaning.${role}`)}>
          {t(`physical.role.${role}`)}
        </Tag>{' '}
        {platform}
      </Typography>
      <div>
        {name && (
          <Typography variant="body2" component="div">
            <span className={classes.name}>{name}</span>
            <CopyButton text={name} what={`${t('physical.name')} ${name}`} />
          </Typography>
        )}
        {pattern && (
          <Typography variant="body2" component="div">
            <span className={classes.name}>{pattern}</span>
            <CopyButton
              text={pattern}
              what={`${t('physical.pattern')} ${pattern}`}
            />{' '}
            <Tag title={t('physical.patternMeaning')}>
              {t('physical.pattern')}
            </Tag>
          </Typography>
        )}
        <Typography variant="body2" component="div" color="textSecondary">
          <span className={classes.name}>{namespace}</span>
          <CopyButton
            text={namespace}
            what={`${t('physical.namespace')} ${namespace}`}
          />
        </Typography>
      </div>
    </li>
  );
}
