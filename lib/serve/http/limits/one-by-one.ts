import type { IncomingMessage, RequestListener } from "node:http";
import type { Socket } from "node:net";

/** Of all connections together: one takes 1.7 kB, and nobody who reads the answers asks so far ahead. */
const mostWaiting = 1_000;

type Turns = { answering: IncomingMessage | undefined; newest?: IncomingMessage; waiting: (() => void)[] };

/**
 * Answers the requests of a connection one by one: the next begins when the answer to the one before has left. Node
 * reads up to 64 kB at a time, a thousand requests, and would begin all of them, also for a peer that takes no answer.
 */
export function oneByOne(listener: RequestListener) {
  const connections = new WeakMap<Socket, Turns>();
  let waitingInAll = 0;

  return {
    /** What is being answered on a connection. */
    answering: (socket: Socket) => connections.get(socket)?.answering,

    /** Whether the body of a request is on its way, answered or not. */
    isInBody: (socket: Socket) => connections.get(socket)?.newest?.complete === false,

    listener: ((request, response) => {
      const { socket } = request;
      // It came behind a body that was not waited for, and the connection is closed for answers.
      if (!socket.writable) return;
      const turns = connections.get(socket) ?? turnsOf(socket);
      turns.newest = request;
      if (!turns.answering) return take();
      if (waitingInAll === mostWaiting) return void socket.destroy();
      waitingInAll += 1;
      if (turns.waiting.push(take) === 1) socket.pause();

      function take() {
        turns.answering = request;
        response.once("close", () => {
          turns.answering = undefined;
          next(socket, turns);
        });
        listener(request, response);
      }
    }) satisfies RequestListener,
  };

  function turnsOf(socket: Socket): Turns {
    const turns: Turns = { answering: undefined, waiting: [] };
    connections.set(socket, turns);
    // Node reads on after each answer.
    socket.on("resume", () => turns.waiting.length > 0 && socket.pause());
    socket.once("close", () => {
      waitingInAll -= turns.waiting.length;
      turns.waiting = [];
    });
    return turns;
  }

  function next(socket: Socket, { waiting }: Turns) {
    const take = socket.destroyed ? undefined : waiting.shift();
    if (!take) return;
    waitingInAll -= 1;
    if (waiting.length === 0) socket.resume();
    take();
  }
}
