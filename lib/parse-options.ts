import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<Some extends Options> = ReturnType<typeof parseArgs<{ options: Some }>>["values"];

/** What the options of a command say, or in one sentence why it cannot be understood: an option or an argument that there is not. */
export function parseOptions<const Some extends Options>(args: string[], options: Some): Values<Some> | string {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    if (error instanceof TypeError && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS")) {
      // The first sentence says what is wrong, and the others how to write something that no command of ours takes.
      return `${error.message.split(". ")[0]?.replace(/\.$/, "")}.`;
    }
    throw error;
  }
}
