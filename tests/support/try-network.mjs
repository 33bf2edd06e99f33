// Loaded into a process beside its own work: at its first word to whoever started it, tries to connect to TRY_PORT and
// leaves what became of that in the file TRY_NOTE.
import { writeFileSync } from "node:fs";
import { connect } from "node:net";

const { TRY_PORT, TRY_NOTE } = process.env;
const { send } = process;
let isTold = false;

if (send) {
  process.send = (...words) => {
    if (!isTold) {
      isTold = true;
      const socket = connect(Number(TRY_PORT), "127.0.0.1");
      socket.on("connect", () => writeFileSync(TRY_NOTE, "open"));
      socket.on("error", ({ code }) => writeFileSync(TRY_NOTE, code));
    }
    return send.apply(process, words);
  };
}
