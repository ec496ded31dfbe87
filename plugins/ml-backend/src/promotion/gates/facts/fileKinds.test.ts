import { isSbom, isSignature } from './fileKinds';

describe('isSignature and isSbom', () => {
  it.each([
    [{ path: 'model.onnx.sig' }, true, false],
    [{ path: 'model.SIGSTORE.json' }, true, false],
    [{ path: 'provenance.intoto.jsonl' }, true, false],
    [
      {
        path: 'bundle',
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      },
      true,
      false,
    ],
    [{ path: 'image.cdx.json' }, false, true],
    [{ path: 'out/sbom.json' }, false, true],
    [{ path: 'parts', mediaType: 'application/spdx+json' }, false, true],
    [{ path: 'model.onnx' }, false, false],
    [{ path: 'not-a-bom.json' }, false, false],
    [{ path: 'sig', mediaType: 'application/json' }, false, false],
  ])('of %p: %p, %p', (file, signature, sbom) => {
    expect([isSignature(file), isSbom(file)]).toEqual([signature, sbom]);
  });
});
