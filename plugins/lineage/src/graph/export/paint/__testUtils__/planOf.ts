import { PicturePlan } from '../../planPicture';
import { textElement } from '../../xml';

/** A picture of so many words. */
export function planOf(pieces: number): PicturePlan {
  const text = (words: string) =>
    textElement(words, { 'font-size': 12, fill: 'black' });
  return {
    width: 100,
    height: 50,
    fontFamily: 'Arial',
    title: 'A picture',
    around: [text('around')],
    shift: { x: 5, y: 6 },
    *pieces() {
      for (let number = 0; number < pieces; number += 1) {
        yield text(`piece ${number}`);
      }
    },
  };
}
