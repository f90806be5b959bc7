/** Who decided, in the history of a lead, where somebody has a shell. */
export const commandLine = "command line";
