/** A phone number as it is registered at Meta. */
export interface GraphNumber {
  readonly phoneNumberId: string;
  /** Digits only. */
  readonly displayNumber: string;
  readonly token: string;
  readonly appSecret: string;
}
