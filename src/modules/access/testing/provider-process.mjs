/**
 * A real OpenID Connect provider in a process of its own, for the test of single sign-on. Prints its issuer, knows
 * one client, lets anybody in under the name typed, and vouches for it as the preferred user name.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [, , clientId, clientSecret, redirectUri] = process.argv;

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    findAccount: (_context, name) => ({
      accountId: name,
      claims: () => ({
        sub: `subject-of-${name}`,
        preferred_username: name,
        email: `${name}@county.example`,
        email_verified: !name.startsWith('unverified'),
      }),
    }),
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
