import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Loaded } from '../../loading/useLoaded';
import { contractTranslationRef } from '../translation';
import { ConsumerNames } from '../consumers/ConsumerNames';
import { FieldUsage } from './fieldUsage';

/** Who uses a field, and how many others may. */
export function ContractFieldUsers(props: {
  port: string;
  path: string;
  usage: Loaded<FieldUsage>;
}) {
  const { port, path } = props;
  const { data, error } = props.usage;
  const { t } = useTranslationRef(contractTranslationRef);
  if (!data) {
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t(
          error
            ? 'contract.fields.users.unknown'
            : 'contract.fields.users.reading',
        )}
      </Typography>
    );
  }
  const users = data.usersOf(port, path);
  const silent = data.unknown.length;
  return (
    <>
      {users.length === 0 ? (
        t(
          data.complete
            ? 'contract.fields.users.none'
            : 'contract.fields.users.noneKnown',
        )
      ) : (
        <ConsumerNames
          consumers={users.map(({ consumer }) => consumer)}
          label={`${path}: ${t('contract.fields.users.count', { count: users.length })}`}
        />
      )}
      {silent > 0 && (
        <Typography component="div" variant="body2" color="textSecondary">
          {t('contract.fields.users.silent', { count: silent })}
        </Typography>
      )}
    </>
  );
}
