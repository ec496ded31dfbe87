import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { FirstFew } from '../pieces/FirstFew';
import { mlTranslationRef } from '../translation';
import { RelationType, relatedRefs } from './relatedEntities';

const SHOWN = 12;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2.5) },
}));

/** What relations of some types lead to, by type, with a heading. */
export function RelationGroups(props: {
  entity: Entity;
  title: string;
  types: readonly RelationType[];
  /** What else to say of the entity with a ref. */
  renderMore?: (ref: string) => ReactNode;
}) {
  const { entity, title, types, renderMore } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const groups = types
    .map(type => ({ type, refs: relatedRefs(entity, type) }))
    .filter(({ refs }) => refs.length > 0);
  return (
    <section aria-label={title}>
      <Typography variant="subtitle2" component="h4">
        {title}
      </Typography>
      {groups.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('inputs.none')}
        </Typography>
      )}
      {groups.map(({ type, refs }) => (
        <RelationGroup
          key={type}
          title={t(`relation.${type}`)}
          refs={refs}
          renderMore={renderMore}
        />
      ))}
    </section>
  );
}

function RelationGroup(props: {
  title: string;
  refs: string[];
  renderMore?: (ref: string) => ReactNode;
}) {
  const { title, refs, renderMore } = props;
  const classes = useStyles();
  return (
    <div>
      <Typography variant="body2" color="textSecondary">
        {title}
      </Typography>
      <FirstFew items={refs} few={SHOWN} label={title}>
        {shown => (
          <ul className={classes.list} aria-label={title}>
            {shown.map(ref => (
              <Typography component="li" variant="body2" key={ref}>
                <EntityRefLink entityRef={ref} />
                {renderMore?.(ref)}
              </Typography>
            ))}
          </ul>
        )}
      </FirstFew>
    </div>
  );
}
