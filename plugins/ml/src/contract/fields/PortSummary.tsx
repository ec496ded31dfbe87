import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Port } from '@understudy/contracts';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { useTypeText } from './useTypeText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    marginBottom: theme.spacing(0.5),
  },
  name: { fontFamily: 'monospace' },
}));

/** A port in a line: who writes it, what it is, how rows are told apart. */
export function PortSummary(props: { port: Port }) {
  const { port } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const typeText = useTypeText();
  return (
    <div className={classes.root}>
      <Typography component="h3" variant="subtitle2" className={classes.name}>
        {port.name}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary">
        {t('contract.fields.portSummary', {
          direction: t(`contract.fields.direction.${port.direction}`),
          type: typeText(port.schema),
        })}
      </Typography>
      {port.optional && <Tag>{t('contract.fields.port.optional')}</Tag>}
      {port.ordering === 'positional' && (
        <Tag>{t('contract.fields.port.positional')}</Tag>
      )}
      {port.key && (
        <Tag>
          {t('contract.fields.port.key')} {port.key.join(', ')}
        </Tag>
      )}
      {port.partitionedBy && (
        <Tag>
          {t('contract.fields.port.partitionedBy')}{' '}
          {port.partitionedBy.join(', ')}
        </Tag>
      )}
    </div>
  );
}
