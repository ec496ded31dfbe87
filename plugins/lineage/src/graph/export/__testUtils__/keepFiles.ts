/** Keeps what would be saved. */
export function keepFiles() {
  const files: { name: string; blob: Blob }[] = [];
  let last: Blob | undefined;
  URL.createObjectURL = blob => {
    last = blob as Blob;
    return 'blob:picture';
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      files.push({ name: this.download, blob: last! });
    });
  return files;
}
