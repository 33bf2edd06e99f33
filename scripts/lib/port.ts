import { OperatorError } from "./operator-error";
import { freePort } from "./postgres/free-port";

const DEFAULT_PORT = 3000;

/** The port to serve on. Throws `portInvalid` or `portTaken`. */
export async function choosePort(given: string | undefined): Promise<number> {
  const port = given === undefined || given === "" ? DEFAULT_PORT : Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new OperatorError("portInvalid", { value: given ?? "" });
  // Free on every address that the server would take.
  for (const host of [undefined, "0.0.0.0", "127.0.0.1"]) {
    if ((await freePort(port, host)) === null) throw new OperatorError("portTaken", { port });
  }
  return port;
}
