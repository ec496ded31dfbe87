import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { RegistryTokenScope } from '@understudy/plugin-ml-common';
import { registryTranslationRef } from '../models/translation';

const SCOPES: RegistryTokenScope[] = ['read', 'register'];

/** What a token may do; at least one thing. */
export function ScopeFields(props: {
  scopes: RegistryTokenScope[];
  onChange: (scopes: RegistryTokenScope[]) => void;
}) {
  const { scopes, onChange } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const none = scopes.length === 0;
  return (
    <FormControl component="fieldset" margin="normal" error={none}>
      <FormLabel component="legend">{t('tokens.dialog.scopes')}</FormLabel>
      {SCOPES.map(scope => (
        <FormControlLabel
          key={scope}
          label={t(`tokens.scope.${scope}`)}
          control={
            <Checkbox
              color="primary"
              checked={scopes.includes(scope)}
              onChange={(_, on) =>
                onChange(
                  SCOPES.filter(each =>
                    each === scope ? on : scopes.includes(each),
                  ),
                )
              }
            />
          }
        />
      ))}
      {none && <FormHelperText>{t('tokens.dialog.noScope')}</FormHelperText>}
    </FormControl>
  );
}
