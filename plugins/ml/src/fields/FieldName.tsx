import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DataField } from '@understudy/plugin-ml-common';
import { OwnerChip } from '../pieces/OwnerChip';
import { Tag } from '../pieces/Tag';
import { dataTranslationRef } from './translation';
import { FieldLink } from './FieldLink';

const useStyles = makeStyles(theme => ({
  // As wide as it needs, within reason: names broken in two are hard to read.
  name: {
    fontFamily: 'monospace',
    maxWidth: theme.spacing(40),
    overflowWrap: 'break-word',
  },
  tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/**
 * A field by its name, linked to its entity where it has one, with its tags
 * and who owns it, where that is not who owns the whole.
 */
export function FieldName(props: {
  field: DataField;
  features?: Map<string, string>;
  /** Of the entity whose field it is. */
  namespace?: string;
}) {
  const { field, features, namespace } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const { deprecated, owner, tags = [] } = field;
  return (
    <>
      <div className={classes.name}>
        <FieldLink name={field.name} features={features} />
      </div>
      {(deprecated || tags.length > 0) && (
        <div className={classes.tags}>
          {deprecated && <Tag strong>{t('deprecation.tag')}</Tag>}
          {tags.map(tag => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
      )}
      {owner && (
        <Typography variant="body2" color="textSecondary" component="div">
          {t('fields.ownedBy')}{' '}
          <OwnerChip owner={owner} namespace={namespace} />
        </Typography>
      )}
    </>
  );
}
