const sqliteBusy = 5;

/** Whether SQLite says that another connection has the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}
