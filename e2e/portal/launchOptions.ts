import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const systemChromium = process.env.UNDERSTUDY_CHROMIUM ?? '/usr/bin/chromium';

/**
 * How tests start Chromium: the one of the system, for which there is no name but `localhost`. A
 * page that wants a font from elsewhere, as those of the identity provider do, is shown at once
 * instead of after a name server has answered, or has not.
 */
export const launchOptions: LaunchOptions = {
  executablePath: existsSync(systemChromium) ? systemChromium : undefined,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ],
};
