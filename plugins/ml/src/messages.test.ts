import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardMessages } from './card/messages';
import { contractMessages } from './contract/messages';
import { dataMessages } from './fields/messages';
import { intakeMessages } from './intake/messages';
import { mlMessages } from './messages';
import { registryMessages } from './models/messages';
import { promotionMessages } from './promotion/messages';
import { versionsMessages } from './versions/messages';

/** The key of each text in the sources of all features, as often as it is written. */
function writtenKeys() {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('essages.ts'))
    .map(name => readFileSync(join(__dirname, name), 'utf8'))
    .flatMap(source => [...source.matchAll(/^ {2}'?([\w.-]+)'?:\s+['"`]/gm)])
    .map(([, key]) => key);
}

describe('messages', () => {
  // Of two texts with one key a spread keeps the later one, without a word.
  it('hold each text that is written once', () => {
    const held = [
      mlMessages,
      cardMessages,
      contractMessages,
      dataMessages,
      intakeMessages,
      promotionMessages,
      registryMessages,
      versionsMessages,
    ].flatMap(messages => Object.keys(messages));

    expect(writtenKeys().sort()).toEqual(held.sort());
  });
});
