import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of our own for web.whatsapp.com. A browser takes it only with `--ignore-certificate-errors`. */
export async function selfSignedCertificate(): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: 'web.whatsapp.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  return { key: pems.private, cert: pems.cert };
}
