/** The person has asked for something that does not exist. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
