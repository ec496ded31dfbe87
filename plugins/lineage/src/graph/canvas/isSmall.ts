import { Drawing } from '../layout/Drawing';

const MOST = 150;

/**
 * Whether so little is drawn that words and kinds of lines can be told apart from
 * afar, and cost the browser little.
 */
export function isSmall(drawing: Pick<Drawing, 'boxes'>): boolean {
  return drawing.boxes.size <= MOST;
}
