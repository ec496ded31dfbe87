import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { mlTranslationRef } from '../translation';
import { RefLink } from './RefLink';

/** A team or person by name, linked; says so where nobody is named. */
export function OwnerChip(props: { owner?: string; namespace?: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  return props.owner ? (
    <RefLink value={props.owner} kind="group" namespace={props.namespace} />
  ) : (
    <Typography component="span" variant="body2" color="textSecondary">
      {t('owner.none')}
    </Typography>
  );
}
