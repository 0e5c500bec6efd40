/** Something the operator has to put right before the hub can run. Its message is all that is printed. */
export class SetupError extends Error {
  override name = 'SetupError';
}
