import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ModelNames } from '../consumers/ModelNames';
import { ViewUsage } from '../consumers/useViewConsumers';
import { Loaded } from '../loading/useLoaded';
import { dataTranslationRef } from './translation';

const FEW_NAMES = 2;

/** How many models read a field, and which. */
export function FieldUsers(props: {
  field: string;
  usage: Loaded<ViewUsage>;
  /** Names the models only where they are few. */
  short?: boolean;
}) {
  const { field, usage, short } = props;
  const { data, error } = usage;
  const { t } = useTranslationRef(dataTranslationRef);
  if (!data) {
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t(error ? 'fields.usersUnknown' : 'fields.usersReading')}
      </Typography>
    );
  }
  const models = data.modelsByField.get(field) ?? [];
  const complete = data.beyond + data.withheld === 0;
  if (models.length === 0) {
    return <>{t(complete ? 'fields.noUsers' : 'fields.noUsersKnown')}</>;
  }
  const count = t(complete ? 'fields.users' : 'fields.usersAtLeast', {
    count: models.length,
  });
  return (
    <>
      {count}
      {!(short && models.length > FEW_NAMES) && (
        <ModelNames models={models} label={`${field}: ${count}`} />
      )}
    </>
  );
}
