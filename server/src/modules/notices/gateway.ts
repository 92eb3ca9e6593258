/** Whoever carries text messages to telephones. What became of a message comes back through `recordReceipt`. */
export interface SmsGateway {
  /**
   * Takes a message on. The same `ref` twice is one message. Throws `SmsRefused` when it would be refused for ever, anything else when
   * it may be tried again.
   */
  send(message: { to: string; text: string; ref: string }): Promise<{ providerRef: string }>;
}

/** The gateway will never send this; `reason` is a word, never the number. */
export class SmsRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`the gateway refused a message: ${reason}`);
    this.reason = reason;
  }
}
