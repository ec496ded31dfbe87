import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { manualAliasCommand } from './manualAliasCommand';

const body = { name: `it's "$HOME" \\ \`x\``, alias: 'champion', version: '2' };

/** What a shell makes of the command, with `curl` replaced by an echo. */
async function argumentsOf(command: string, env: Record<string, string> = {}) {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  const { stdout } = await promisify(execFile)('sh', ['-c', script], { env });
  return stdout.split('\0').slice(0, -1);
}

describe('manualAliasCommand', () => {
  it('keeps its words together in a shell, whatever the name', async () => {
    const command = manualAliasCommand(
      { uiUrl: 'https://mlflow.example.com', auth: { type: 'none' } },
      body,
    );
    const args = await argumentsOf(command);
    expect(args.slice(-3)).toEqual([
      '-d',
      JSON.stringify(body),
      'https://mlflow.example.com/api/2.0/mlflow/registered-models/alias',
    ]);
  });

  it('names the workspace', async () => {
    const command = manualAliasCommand(
      {
        uiUrl: 'https://mlflow.example.com',
        auth: { type: 'none' },
        workspace: 'team-fraud',
      },
      body,
    );
    expect(await argumentsOf(command)).toContain(
      'X-MLFLOW-WORKSPACE: team-fraud',
    );
  });

  it('never holds a secret, but says where it comes from', async () => {
    const basic = manualAliasCommand(
      {
        uiUrl: 'https://mlflow.example.com',
        auth: { type: 'basic', username: 'reader', password: 'p4ss' },
      },
      body,
    );
    expect(basic).not.toContain('p4ss');
    const withUser = await argumentsOf(basic, {
      MLFLOW_TRACKING_USERNAME: 'me',
      MLFLOW_TRACKING_PASSWORD: 'mine',
    });
    expect(withUser).toContain('me:mine');

    const bearer = manualAliasCommand(
      {
        uiUrl: 'https://mlflow.example.com',
        auth: { type: 'bearer', token: 't0ken' },
      },
      body,
    );
    expect(bearer).not.toContain('t0ken');
    const withToken = await argumentsOf(bearer, {
      MLFLOW_TRACKING_TOKEN: 'mine',
    });
    expect(withToken).toContain('Authorization: Bearer mine');
  });
});
