import { loadRuntime } from './local-runtime.js';

describe('loadRuntime', () => {
  it('says what to install when no engine is there', async () => {
    await expect(loadRuntime(['a-package-that-nobody-has'])).rejects.toMatchObject({
      code: 'llm.no-onnx-runtime',
      message: expect.stringContaining('npm install onnxruntime-web@1.30.0 @huggingface/tokenizers@0.2.0') as string,
    });
  });
});
