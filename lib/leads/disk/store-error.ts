/** The store cannot be opened, and whoever starts the process can mend it: said in one line, without a stack. */
export class StoreError extends Error {
  override name = "StoreError";
}

/** Nothing answers where the store is: it may be so for a while. */
export class StoreAwayError extends StoreError {}

/** For processes: what is wrong is printed and the process ends. */
export async function orExit<Store>(opening: Promise<Store>): Promise<Store> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
