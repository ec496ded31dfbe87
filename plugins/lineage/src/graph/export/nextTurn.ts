/** Lets the page do what waits, such as showing that a menu is closed. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve);
  });
}
