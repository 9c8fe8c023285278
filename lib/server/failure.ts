/** A failure that its sentence explains fully: the operator is shown no stack. */
export class ExpectedFailure extends Error {
  override name = "ExpectedFailure";
}

export function isExpectedFailure(error: unknown): error is ExpectedFailure {
  return error instanceof ExpectedFailure;
}
