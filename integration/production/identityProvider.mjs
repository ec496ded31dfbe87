import { Provider } from 'oidc-provider';

/**
 * An OpenID Connect provider with one registered client. It lets in whoever
 * types an address, as the provider's own development pages do.
 *
 * @param {{ port: number, redirectUri: string }} options
 */
export async function startIdentityProvider({ port, redirectUri }) {
  const issuer = `http://localhost:${port}`;
  const client = { id: 'understudy', secret: 'only-for-these-checks' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    pkce: { required: () => false },
    cookies: { keys: ['only-for-these-checks'] },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
    },
    findAccount: (_, email) => ({
      accountId: email,
      claims: () => ({ sub: email, email, email_verified: true }),
    }),
  });
  const server = provider.listen(port, '127.0.0.1');
  await new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    client,
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
